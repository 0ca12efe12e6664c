import type { Core } from '@strapi/strapi';
import { publishedById } from '../queries/directive-choices';

/** The values of a directive's form or row. */
type Checked = { values: Record<string, unknown> };

/** What publishing-desk shows: the key of a text of the panel, with its values. */
type Finding = { message: string; values: Record<string, string> };

const LINKS = ['replaces', 'amends'] as const;

/** Published directives that this one replaces or amends, and that were issued after it. */
async function laterLinked(strapi: Core.Strapi, { values }: Checked): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const link of LINKS) {
    const ids = documentIds(values[link]);
    const linked = ids.length > 0 ? await publishedById(strapi, ids) : [];
    for (const { number, issuedOn } of linked) {
      if (typeof values.issuedOn !== 'string' || issuedOn <= values.issuedOn) continue;
      found.push({ message: `public-record.checks.${link}-later`, values: { number, day: issuedOn } });
    }
  }
  return found;
}

const documentIds = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

/** The checks of a directive before it is published, for publishing-desk. */
export const directiveChecks = (strapi: Core.Strapi) => ({
  'later-linked': (directive: Checked) => laterLinked(strapi, directive),
});
