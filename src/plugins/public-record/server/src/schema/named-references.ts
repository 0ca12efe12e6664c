import { DIRECTIVE } from '../directives/complete-directive';
import { PROGRAMME } from '../programmes/check-programme';

/** Lists of programmes that name agencies. A document id stands nowhere else in them between quotation marks. */
const NAMING = ['targets', 'tasks', 'solutions', 'projects'];

/** What this plugin's types name by document id, as publishing-desk lists and replaces uses. */
export const namedReferences = [
  {
    type: PROGRAMME,
    target: 'plugin::directory.agency',
    links: `SELECT programme_id AS id, target FROM public_record.programme_references WHERE kind = 'agency'`,
    move: `
      UPDATE programmes
         SET ${NAMING.map((list) => `${list} = replace(${list}::text, to_json(:old::text)::text, to_json(:next::text)::text)::jsonb`).join(', ')}
       WHERE id IN (
         SELECT programme_id FROM public_record.programme_references WHERE kind = 'agency' AND target = :old)`,
  },
  {
    type: PROGRAMME,
    target: DIRECTIVE,
    links: `SELECT programme_id AS id, target FROM public_record.programme_references WHERE kind = 'directive'`,
  },
  {
    type: DIRECTIVE,
    target: DIRECTIVE,
    links: 'SELECT directive_id AS id, target FROM public_record.directive_links',
  },
];
