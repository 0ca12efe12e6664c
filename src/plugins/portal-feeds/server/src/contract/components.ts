import { z } from 'zod';
import { address, oneAddress } from './address';
import { agencies, agency, agencyInTree, oneAgency } from './agency';
import { article, block, oneArticle } from './article';
import { card } from './card';
import { categories, category } from './category';
import { image } from './image';
import { articleCards, latestNews } from './lists';
import { neighbours } from './neighbours';
import { official, officialInList, officials, oneOfficial } from './official';
import { gone, problem } from './problem';

/** The schemas that the OpenAPI document names, by the names that generated clients give to their types. */
const names: Record<string, z.ZodType> = {
  Address: address,
  AddressAnswer: oneAddress,
  AgenciesAnswer: agencies,
  Agency: agency,
  AgencyAnswer: oneAgency,
  AgencyInTree: agencyInTree,
  Article: article,
  ArticleAnswer: oneArticle,
  ArticleCardsAnswer: articleCards,
  Block: block,
  Card: card,
  CategoriesAnswer: categories,
  Category: category,
  Gone: gone,
  Image: image,
  LatestNewsAnswer: latestNews,
  NeighboursAnswer: neighbours,
  Official: official,
  OfficialAnswer: oneOfficial,
  OfficialInList: officialInList,
  OfficialsAnswer: officials,
  Problem: problem,
};

const reference = (name: string): string => `#/components/schemas/${name}`;

/** `{ $ref }` of a named schema. */
export function referenceTo(schema: z.ZodType): { $ref: string } {
  const found = Object.entries(names).find(([, named]) => named === schema);
  if (!found) throw new Error('A schema of the contract has no name in the OpenAPI document.');
  return { $ref: reference(found[0]) };
}

/** The named schemas as JSON Schema 2020-12. Objects stay open: the contract may add fields. */
export function componentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(names)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: reference,
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
    },
  });
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return schemas;
}
