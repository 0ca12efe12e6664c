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

type Schema = { anyOf?: Schema[]; type?: string; [keyword: string]: unknown };

/**
 * A value or null in the form that generators of clients read. `type: [string, null]` is the type itself with a mark to
 * all of them; what a reference names cannot have that mark, and NSwag follows references in `oneOf` alone (of `anyOf` it makes
 * an empty class: RicoSuter/NSwag#5013). openapi-generator reads both.
 */
function withPlainNull({ anyOf, ...schema }: Schema): Schema {
  const [value, none, more] = anyOf ?? [];
  if (!value || none?.type !== 'null' || more) return anyOf ? { ...schema, anyOf } : schema;
  if (value.type === undefined) return { ...schema, oneOf: [value, none] };
  return { ...value, ...schema, type: [value.type, 'null'] as never };
}

const mapped = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(mapped);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, mapped(one)]);
  return withPlainNull(Object.fromEntries(entries) as Schema);
};

/** The named schemas as JSON Schema 2020-12, by name. Objects stay open: the contract may add fields. */
export function componentSchemas(named: NamedSchemas): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const id of Object.keys(named).sort()) registry.add(named[id]!, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: reference,
    override: ({ jsonSchema }) => {
      delete jsonSchema.additionalProperties;
      delete jsonSchema.propertyNames;
    },
  });
  for (const schema of Object.values(schemas)) {
    delete schema.$schema;
    delete schema.$id;
  }
  return mapped(schemas) as Record<string, object>;
}
