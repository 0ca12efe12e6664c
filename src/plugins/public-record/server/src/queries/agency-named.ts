import { rowOfName } from '../../../../../postgres/former-slugs';

/** The agency (`id`: its document id, `slug`) that the name `:agency` stands for: a slug that it has or had, or its document id. */
export const agencyNamed = `SELECT document_id AS id, slug FROM (${rowOfName('directory', 'agencies', ':agency')}) named`;
