import { deferredRules, type DataRule } from '../../../../../postgres/data-rules';
import { directiveLinksLockKey } from '../../../../../postgres/lock-keys';

const table = 'directives';
const lock = directiveLinksLockKey;

/** Rules that hold at the end of a transaction: Strapi writes a row before its relations and files. */
const deferred = [
  {
    constraint: 'directives_published_with_agency',
    table,
    broken: 'here.published_at IS NOT NULL AND here.agency_ref IS NULL',
  },
  {
    constraint: 'directives_published_with_file',
    table,
    broken: `here.published_at IS NOT NULL AND NOT EXISTS (
       SELECT FROM files_related_mph link
        WHERE link.related_id = here.id AND link.related_type = 'plugin::public-record.directive'
          AND link.field = 'files')`,
  },
  ...['replaces', 'amends'].flatMap((kind) => [
    {
      constraint: `directives_${kind}_no_cycle`,
      table,
      broken: `public_record.leads_back(here.document_id, '${kind}')`,
      lock,
    },
    {
      constraint: `directives_${kind}_known`,
      table,
      broken: `public_record.names_unknown(here.id, '${kind}')`,
      lock,
    },
  ]),
];

export const rules: readonly DataRule[] = deferred;

export const ruleDefinitions = deferredRules('public_record', deferred);

/** A step: the constraints of the rules. */
export const addRules = `
  ALTER TABLE directives
    ADD CONSTRAINT directives_published_with_slug CHECK (published_at IS NULL OR (slug IS NOT NULL AND slug <> '')),
    ADD CONSTRAINT directives_published_with_number
      CHECK (published_at IS NULL OR (number IS NOT NULL AND number ~ '\\S' AND canonical_number IS NOT NULL)),
    ADD CONSTRAINT directives_published_with_issue CHECK (published_at IS NULL OR issued_on IS NOT NULL),
    ADD CONSTRAINT directives_published_with_abstract
      CHECK (published_at IS NULL OR (abstract IS NOT NULL AND abstract ~ '\\S')),
    ADD CONSTRAINT directives_slug_no_step CHECK (slug NOT IN ('.', '..')),
    ADD CONSTRAINT directives_effective_after_issue CHECK (effective_on >= issued_on),
    ADD CONSTRAINT directives_expire_after_effect CHECK (expires_on >= coalesce(effective_on, issued_on)),
    ADD CONSTRAINT directives_withdrawn_after_issue CHECK (withdrawn_on >= issued_on),
    ADD CONSTRAINT directives_deadline_after_issue CHECK (order_deadline >= issued_on),
    -- Drafts and published rows of a document, in all its languages, have one number.
    ADD CONSTRAINT directives_number_once EXCLUDE USING gist (
      agency_ref WITH =, (extract(year FROM issued_on)::integer) WITH =, canonical_number WITH =, document_id WITH <>);

  CREATE CONSTRAINT TRIGGER directives_published_with_agency
    AFTER INSERT OR UPDATE OF agency_ref, published_at ON directives
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.published_at IS NOT NULL)
    EXECUTE FUNCTION public_record.check_directives_published_with_agency('id');
  CREATE CONSTRAINT TRIGGER directives_published_with_file AFTER INSERT OR UPDATE OF published_at ON directives
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.published_at IS NOT NULL)
    EXECUTE FUNCTION public_record.check_directives_published_with_file('id');
  CREATE CONSTRAINT TRIGGER directives_published_with_file AFTER UPDATE OR DELETE ON files_related_mph
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.related_type = 'plugin::public-record.directive')
    EXECUTE FUNCTION public_record.check_directives_published_with_file('related_id');
${['replaces', 'amends']
  .flatMap((kind) => [`directives_${kind}_no_cycle`, `directives_${kind}_known`])
  .map(
    (name) => `
  CREATE CONSTRAINT TRIGGER ${name} AFTER INSERT OR UPDATE OF replaces, amends ON directives
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.replaces IS NOT NULL OR NEW.amends IS NOT NULL)
    EXECUTE FUNCTION public_record.check_${name}('id');`,
  )
  .join('')}
  CREATE CONSTRAINT TRIGGER directives_in_use AFTER DELETE ON directives
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public_record.check_directives_in_use()`;
