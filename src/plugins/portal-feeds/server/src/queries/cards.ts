import { inTree } from './agency';
import { cardColumns, cardJoins } from './card';
import { officialJson } from './officials';
import { requestedDay } from './requested-day';

/** The models of cards of the row `found`, by its `source_id`, as SQL expressions; today, in the language `$1`. */
export const articleCard = `(
  SELECT json_build_object(${cardColumns})
    FROM (SELECT * FROM articles WHERE articles.id = found.source_id LIMIT 1) a ${cardJoins})`;

export const officialCard = `(
  WITH ${requestedDay('NULL')}
  SELECT ${officialJson} FROM day CROSS JOIN officials official WHERE official.id = found.source_id)`;

export const agencyCard = `(
  WITH ${requestedDay('NULL')}
  SELECT json_build_object(${inTree('agency')}) FROM day CROSS JOIN agencies agency WHERE agency.id = found.source_id)`;
