import type { Values } from './open-document';

const BOOKKEEPING = new Set(
  'id documentId createdAt updatedAt publishedAt createdBy updatedBy locale localizations status revision'.split(' '),
);

type Relation = { connect?: unknown[]; disconnect?: unknown[] };

const isRelation = (value: unknown): value is Relation =>
  typeof value === 'object' && value !== null && ('connect' in value || 'disconnect' in value);

/** Names of the fields in which what I would write differs from what is there: by value, or by what I linked. */
export function differingFields(mine: Values, theirs: Values): string[] {
  return Object.entries(mine)
    .filter(([name]) => !BOOKKEEPING.has(name))
    .filter(([name, value]) =>
      isRelation(value)
        ? Boolean(value.connect?.length || value.disconnect?.length)
        : !isLinked(theirs[name]) && JSON.stringify(value ?? null) !== JSON.stringify(theirs[name] ?? null),
    )
    .map(([name]) => name);
}

/** The content manager answers for a relation with how many there are. */
const isLinked = (value: unknown): boolean => typeof value === 'object' && value !== null && 'count' in value;

/** What of a form can be written to another document: its own values, without links and bookkeeping. */
export const ownValues = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !BOOKKEEPING.has(name) && !isRelation(value) && !isLinked(value)),
  );
