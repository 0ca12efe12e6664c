import type { DirectiveReference } from '../../../../../contract';
import { agencyReference, type AgencyReference } from './agency-reference';
import { directiveColumns, type DirectiveModel } from './directive-columns';

/** Null when no such directive is published. */
export type OneDirectiveModel =
  | (DirectiveModel & {
      /** One in each line. */
      fields: string | null;
      recipients: string | null;
      orderDeadline: string | null;
      orderAgency: AgencyReference | null;
      replaces: DirectiveReference[];
      replacedBy: DirectiveReference[];
      amends: DirectiveReference[];
      amendedBy: DirectiveReference[];
      secondsToNextChange: number;
    })
  | null;

const references = (rows: string, order: string): string => `coalesce((
  SELECT json_agg(json_build_object('id', other.document_id, 'number', other.number, 'slug', other.slug)
         ORDER BY ${order}, other.document_id)
    FROM ${rows} AND other.locale = $1 AND other.published_at IS NOT NULL), '[]')`;

/** What a row `d` replaces or amends, in the editor's order. By directive_links_once and directives_one_published. */
const named = (kind: string): string =>
  references(
    `public_record.directive_links link JOIN directives other ON other.document_id = link.target
      WHERE link.directive_id = d.id AND link.kind = '${kind}'`,
    'link.position',
  );

/** What replaces or amends a row `d`, the oldest issue first. By directive_links_to. */
const naming = (kind: string): string =>
  references(
    `public_record.directive_links link JOIN directives other ON other.id = link.directive_id
      WHERE link.target = d.document_id AND link.kind = '${kind}'`,
    'other.issued_on',
  );

/** The columns of a directive alone, as arguments of json_build_object, for a row `d` of `directives`. */
const columns = `${directiveColumns},
  'fields', d.fields, 'recipients', d.recipients,
  'orderDeadline', d.order_deadline, 'orderAgency', ${agencyReference('d.order_agency_ref', 'd.issued_on')},
  'replaces', ${named('replaces')}, 'replacedBy', ${naming('replaces')},
  'amends', ${named('amends')}, 'amendedBy', ${naming('amends')},
  'secondsToNextChange', public_record.seconds_to_midnight()`;

/** One directive that is published, whole. By directives_published_slug. */
export function directive(locale: string, slug: string) {
  const text = `
    SELECT json_build_object(${columns}) AS model FROM directives d
     WHERE d.slug = $2 AND d.locale = $1 AND d.published_at IS NOT NULL`;
  return { text, values: [locale, slug] };
}
