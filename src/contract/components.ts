import { z } from 'zod';
import { address, oneAddress } from './address';
import type { NamedSchemas } from './operation';
import { gone, problem } from './problem';

/** The schemas that any operation can answer with. */
export const sharedSchemas: NamedSchemas = {
  Address: address,
  AddressAnswer: oneAddress,
  Gone: gone,
  Problem: problem,
};

const reference = (name: string): string => `#/components/schemas/${name}`;

/** `{ $ref }` of a named schema; null of one without a name. */
export function referenceTo(schema: z.ZodType, schemas: NamedSchemas): { $ref: string } | null {
  const found = Object.entries(schemas).find(([, named]) => named === schema);
  return found ? { $ref: reference(found[0]) } : null;
}

/** The named schemas as JSON Schema 2020-12, by name. Objects stay open: the contract may add fields. */
export function componentSchemas(named: NamedSchemas): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const id of Object.keys(named).sort()) registry.add(named[id]!, { id });
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
