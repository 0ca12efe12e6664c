import type { Core } from '@strapi/strapi';
import type { Transaction } from '../transaction';

/**
 * References by document id: those of a plugin's type whose values name documents, where Strapi's relations have a link
 * table.
 */
export type NamedReferences = {
  type: string;
  target: string;
  /** A SELECT of rows of the type (`id`) and the document ids that each of them names (`target`). */
  links: string;
  /** A statement by which all rows that name the document `:old` name `:next` instead, where one can take its place. */
  move?: string;
};

/** What plugins registered, in their `register`. */
export default ({ strapi: _ }: { strapi: Core.Strapi }) => {
  const registered: NamedReferences[] = [];

  return {
    register: (references: NamedReferences): void => void registered.push(references),
    to: (target: string): NamedReferences[] => registered.filter((one) => one.target === target),
  };
};

const registry = (strapi: Core.Strapi) => strapi.plugin('publishing-desk').service('references');

/** The references by document id that lead to a type. */
export const namedReferencesTo = (strapi: Core.Strapi, target: string): NamedReferences[] =>
  registry(strapi).to(target);

/** Makes all that names a document name another one. */
export async function moveNamed(
  strapi: Core.Strapi,
  trx: Transaction,
  target: string,
  old: string,
  next: string,
): Promise<void> {
  for (const { move } of namedReferencesTo(strapi, target)) if (move) await trx.raw(move, { old, next });
}
