import { addConstraint } from '../../../../../postgres/add-constraint';

/** A place of a list holds one pinned article at a time; an open end is open. */
export const pins = [
  `CREATE EXTENSION IF NOT EXISTS btree_gist`,
  addConstraint(
    'pins',
    'pins_apart',
    `EXCLUDE USING gist (list_ref WITH =, place WITH =, tsrange("from", "until") WITH &&)`,
  ),
  `CREATE INDEX IF NOT EXISTS pins_next_start ON pins ("from")`,
  `CREATE INDEX IF NOT EXISTS pins_next_end ON pins ("until")`,
];
