import { deferredRules, type DataRule } from '../../../../../postgres/data-rules';
import type { Definitions } from '../../../../../postgres/versioned-schema';
import { sumFunctions } from './report-sums';
import { REPORT_TABLES, unknownColumn, type ReportTables } from './report-tables';

const ALL = Object.values(REPORT_TABLES);

const functionsOf = (tables: ReportTables): string[] => {
  const { kind, reports, rows, columns } = tables;
  return [
    `CREATE OR REPLACE FUNCTION public_record.record_${reports}_rows() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM ${rows} WHERE report_id = NEW.id;
     INSERT INTO ${rows} (report_id, position, field, ${columns.map(({ column }) => column).join(', ')})
       SELECT NEW.id, position, item ->> 'field', ${columns.map(({ name }) => `(item ->> '${name}')::bigint`).join(', ')}
         FROM jsonb_array_elements(CASE jsonb_typeof(NEW.rows) WHEN 'array' THEN NEW.rows ELSE '[]' END)
           WITH ORDINALITY list (item, position);
     RETURN NULL;
   END $$`,

    // What was published of an agency and period is corrected with a note, whichever document has it, and so is a document that
    // moves to another agency or period. The row is read as the transaction leaves it: Strapi writes it before its relations.
    `CREATE OR REPLACE FUNCTION public_record.record_${reports}_edition() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     here record;
     of_period record;
     of_document record;
     is_moved boolean;
     is_correction boolean;
   BEGIN
     SELECT report.document_id, agency.document_id AS agency, report.period, report.rows, report.correction INTO here
       FROM ${reports} report JOIN agencies agency ON agency.id = report.agency_ref
      WHERE report.id = NEW.id AND report.published_at IS NOT NULL;
     IF NOT FOUND THEN
       RETURN NULL;
     END IF;
     SELECT * INTO of_period FROM public_record.report_editions
      WHERE kind = '${kind}' AND agency = here.agency AND period = here.period ORDER BY id DESC LIMIT 1;
     SELECT * INTO of_document FROM public_record.report_editions
      WHERE kind = '${kind}' AND document_id = here.document_id ORDER BY id DESC LIMIT 1;
     is_moved := of_document.id IS NOT NULL AND (of_document.agency, of_document.period) <> (here.agency, here.period);
     is_correction := is_moved OR (of_period.id IS NOT NULL AND of_period.rows <> here.rows);
     IF of_document.id IS NOT NULL AND of_period.id IS NOT NULL AND NOT is_correction THEN
       RETURN NULL;
     END IF;
     IF is_correction AND (coalesce(here.correction, '') !~ '\\S' OR here.correction IN (of_period.note, of_document.note)) THEN
       RAISE EXCEPTION 'published counts are changed without a note'
         USING ERRCODE = 'check_violation', CONSTRAINT = '${reports}_corrected_with_note';
     END IF;
     INSERT INTO public_record.report_editions (kind, agency, period, document_id, rows, note, is_correction, published_on)
       VALUES ('${kind}', here.agency, here.period, here.document_id, here.rows, here.correction, is_correction,
               public_record.clock() AT TIME ZONE 'UTC');
     RETURN NULL;
   END $$`,
    ...sumFunctions(tables),
  ];
};

/**
 * Reports of counts: the rows of each, the sums of what is published, and what was published before a correction. Triggers
 * keep all of them, so that no path into the database leaves a sum behind.
 */
export const reports: Definitions = {
  functions: [
    // IMMUTABLE, for the generated columns. Strict patterns: a period that is none has no days.
    `CREATE OR REPLACE FUNCTION public_record.first_day(period text) RETURNS date
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT CASE WHEN period ~ '^\\d{4}$' THEN make_date(period::integer, 1, 1)
                 WHEN period ~ '^\\d{4}-Q[1-4]$' THEN make_date(left(period, 4)::integer, right(period, 1)::integer * 3 - 2, 1)
                 WHEN period ~ '^\\d{4}-(0[1-9]|1[0-2])$' THEN make_date(left(period, 4)::integer, right(period, 2)::integer, 1)
            END $$`,
    `CREATE OR REPLACE FUNCTION public_record.last_day(period text) RETURNS date
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT (public_record.first_day(period) + CASE WHEN period ~ '^\\d{4}$' THEN interval '1 year'
               WHEN period ~ 'Q' THEN interval '3 months' ELSE interval '1 month' END)::date - 1 $$`,
    ...ALL.flatMap(functionsOf),
  ],

  triggers: ALL.map(
    ({ reports: table }) => `CREATE OR REPLACE TRIGGER record_${table}_rows AFTER INSERT OR UPDATE OF rows ON ${table}
     FOR EACH ROW EXECUTE FUNCTION public_record.record_${table}_rows()`,
  ),
};

/** Rules that hold at the end of a transaction. */
export const reportRules: readonly DataRule[] = ALL.flatMap(({ reports: table }) => [
  {
    constraint: `${table}_published_with_agency`,
    table,
    broken: 'here.published_at IS NOT NULL AND here.agency_ref IS NULL',
  },
  {
    constraint: `${table}_agency_existed`,
    table,
    broken: `EXISTS (
       SELECT FROM agencies agency
        WHERE agency.id = here.agency_ref
          AND (agency.founded_on > here.period_to OR agency.dissolved_on <= here.period_from))`,
  },
  {
    constraint: `${table}_period_begun`,
    table,
    broken: 'here.period_from > public_record.today()',
  },
]);

export const reportRuleDefinitions = deferredRules('public_record', reportRules);

const createKind = (tables: ReportTables): string => {
  const { kind, reports: table, rows, sums, totals, units, columns } = tables;
  const keys = table.replace('_reports', '');
  const sumDefinitions = columns
    .flatMap((count) => [
      `${count.column} bigint NOT NULL`,
      ...(count.isOptional ? [`${unknownColumn(count)} integer NOT NULL`] : []),
    ])
    .join(', ');
  const deferredOn = (name: string, changes: string) => `
  CREATE CONSTRAINT TRIGGER ${table}_${name} AFTER INSERT OR UPDATE OF ${changes} ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public_record.check_${table}_${name}('id');`;
  return `
  ALTER TABLE ${table}
    ADD COLUMN agency_ref integer,
    ADD COLUMN period_from date GENERATED ALWAYS AS (public_record.first_day(period)) STORED,
    ADD COLUMN period_to date GENERATED ALWAYS AS (public_record.last_day(period)) STORED;

  CREATE TABLE ${rows} (
    report_id integer NOT NULL REFERENCES ${table} ON DELETE CASCADE,
    position integer NOT NULL,
    field text,
    field_key text GENERATED ALWAYS AS (public_record.field_key(field)) STORED CHECK (field_key <> ''),
    ${columns.map(({ column, isOptional }) => `${column} bigint ${isOptional ? '' : 'NOT NULL '}CHECK (${column} >= 0)`).join(', ')},
    PRIMARY KEY (report_id, position),
    CONSTRAINT ${keys}_rows_field_once UNIQUE NULLS NOT DISTINCT (report_id, field_key),
    ${
      kind === 'procedure-progress'
        ? `CONSTRAINT procedure_rows_balance CHECK (received + carried_over
      = resolved_early + resolved_on_time + resolved_late + pending_in_time + pending_overdue + returned),
    CONSTRAINT procedure_rows_receipts CHECK (received_online + received_in_person = received)`
        : `CONSTRAINT exchange_rows_signed CHECK (digitally_signed <= sent + received),
    CONSTRAINT exchange_rows_on_time CHECK (on_time <= received)`
    }
  );

  CREATE TABLE ${sums} (
    kind text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    agency_id integer NOT NULL,
    -- Empty of a row without a field.
    field_key text NOT NULL,
    -- As the newest report of the period spells it.
    field text,
    -- Whether the agency reported this very period.
    is_reported boolean NOT NULL,
    -- Whether its reports have all days of the period.
    is_complete boolean NOT NULL,
    ${sumDefinitions},
    PRIMARY KEY (kind, period_from, agency_id, field_key)
  );
  CREATE INDEX ${keys}_sums_reported ON ${sums} (period_to DESC, period_from DESC) WHERE is_reported;
  CREATE INDEX ${keys}_sums_of_agency ON ${sums} (agency_id, kind, field_key, period_from);

  CREATE TABLE ${totals} (
    kind text NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    row_count bigint NOT NULL,
    -- Of these, of agencies that reported all of the period.
    complete_count bigint NOT NULL,
    ${sumDefinitions},
    PRIMARY KEY (kind, period_from)
  );

  CREATE TABLE ${units} (
    kind text NOT NULL,
    agency_id integer NOT NULL,
    field_key text NOT NULL,
    PRIMARY KEY (kind, agency_id, field_key)
  );

  INSERT INTO public_record.report_revisions (kind) VALUES ('${kind}');

  CREATE UNIQUE INDEX ${table}_one_draft ON ${table} (document_id) WHERE published_at IS NULL;
  CREATE UNIQUE INDEX ${table}_one_published ON ${table} (document_id) WHERE published_at IS NOT NULL;
  CREATE INDEX ${table}_of_agency ON ${table} (agency_ref, period_from) WHERE published_at IS NOT NULL;

  ALTER TABLE ${table}
    ADD CONSTRAINT ${table}_period_form CHECK (period IS NULL OR (period_from IS NOT NULL AND period_from BETWEEN '2000-01-01' AND '2199-12-31')),
    ADD CONSTRAINT ${table}_published_with_period CHECK (published_at IS NULL OR period_from IS NOT NULL),
    ADD CONSTRAINT ${table}_published_with_rows
      CHECK (published_at IS NULL OR coalesce(jsonb_array_length(CASE jsonb_typeof(rows) WHEN 'array' THEN rows END), 0) > 0),
    -- A draft and a published report of one document have one agency and period.
    ADD CONSTRAINT ${table}_once EXCLUDE USING gist (agency_ref WITH =, period WITH =, document_id WITH <>);
${deferredOn('published_with_agency', 'agency_ref, published_at')}
${deferredOn('agency_existed', 'agency_ref, period')}
${deferredOn('period_begun', 'period')}
  CREATE CONSTRAINT TRIGGER ${table}_corrected_with_note AFTER INSERT OR UPDATE OF agency_ref, period, rows, published_at ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.published_at IS NOT NULL)
    EXECUTE FUNCTION public_record.record_${table}_edition();
  CREATE CONSTRAINT TRIGGER sum_inserted AFTER INSERT ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.published_at IS NOT NULL AND NEW.agency_ref IS NOT NULL)
    EXECUTE FUNCTION public_record.sum_${table}();
  CREATE CONSTRAINT TRIGGER sum_updated AFTER UPDATE OF agency_ref, period, rows, published_at ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.published_at IS NOT NULL OR NEW.published_at IS NOT NULL)
    EXECUTE FUNCTION public_record.sum_${table}();
  CREATE CONSTRAINT TRIGGER sum_deleted AFTER DELETE ON ${table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.published_at IS NOT NULL)
    EXECUTE FUNCTION public_record.sum_${table}();`;
};

/** A step: the tables, indexes and constraints of reports. */
export const createReports = `
  -- Moves with every change of what is public: with the filter it is the entity tag of a download.
  CREATE TABLE public_record.report_revisions (kind text PRIMARY KEY, revision bigint NOT NULL DEFAULT 0, changed_on timestamp);

  -- What was published of an agency and period, in its order, by whichever document; the note is that of the correction.
  CREATE TABLE public_record.report_editions (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    -- Its document id: an agency that was deleted and restored is the same.
    agency text NOT NULL,
    period text NOT NULL,
    document_id text NOT NULL,
    rows jsonb NOT NULL,
    note text,
    is_correction boolean NOT NULL,
    published_on timestamp NOT NULL
  );
  CREATE INDEX report_editions_of_period ON public_record.report_editions (kind, agency, period, id);
  CREATE INDEX report_editions_of_document ON public_record.report_editions (kind, document_id, id);
  CREATE INDEX report_corrections ON public_record.report_editions (kind, public_record.first_day(period))
    WHERE is_correction;
${ALL.map(createKind).join('\n')}`;
