import { directiveLinksLockKey } from '../../../../../postgres/lock-keys';

const [SPACE, KEY] = directiveLinksLockKey;

/**
 * What a directive replaces and amends: `directives.replaces` and `.amends` have document ids (docs/adr/0015), and
 * `public_record.directive_links` a row for each of them, so that both ends are found by an index. Drafts and published rows
 * have links of their own. A trigger fills the table.
 */
export const directiveLinks = {
  functions: [
    `CREATE OR REPLACE FUNCTION public_record.record_directive_links() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     DELETE FROM public_record.directive_links WHERE directive_id = NEW.id;
     INSERT INTO public_record.directive_links (directive_id, kind, target, position, source, is_published)
       SELECT NEW.id, kind, item.target, min(item.position), NEW.document_id, NEW.published_at IS NOT NULL
         FROM (VALUES ('replaces', NEW.replaces), ('amends', NEW.amends)) list (kind, targets)
        CROSS JOIN LATERAL jsonb_array_elements_text(
          CASE jsonb_typeof(targets) WHEN 'array' THEN targets ELSE '[]' END) WITH ORDINALITY item (target, position)
        GROUP BY kind, item.target;
     RETURN NULL;
   END $$`,

    // Whether a way that begins with a link of this kind leads back to the document. Drafts count as well: two editors
    // could otherwise publish, one after the other, what makes a cycle together.
    `CREATE OR REPLACE FUNCTION public_record.leads_back(document text, first_kind text) RETURNS boolean
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     WITH RECURSIVE way AS (
       SELECT target FROM public_record.directive_links WHERE source = document AND kind = first_kind
       UNION
       SELECT link.target FROM way JOIN public_record.directive_links link ON link.source = way.target
        WHERE way.target <> document
     )
     SELECT EXISTS (SELECT FROM way WHERE target = document) $$`,

    `CREATE OR REPLACE FUNCTION public_record.names_unknown(directive integer, named_kind text) RETURNS boolean
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT EXISTS (
       SELECT FROM public_record.directive_links link
        WHERE link.directive_id = directive AND link.kind = named_kind
          AND NOT EXISTS (SELECT FROM directives known WHERE known.document_id = link.target)) $$`,

    // At the end of the transaction: a publish deletes the published row and inserts another.
    `CREATE OR REPLACE FUNCTION public_record.check_directives_in_use() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (SELECT FROM directives WHERE document_id = OLD.document_id) THEN
       RETURN NULL;
     END IF;
     PERFORM pg_advisory_xact_lock(${SPACE}, ${KEY});
     IF EXISTS (SELECT FROM public_record.directive_links WHERE target = OLD.document_id) THEN
       RAISE EXCEPTION 'a row of directives is in use'
         USING ERRCODE = 'check_violation', CONSTRAINT = 'directives_in_use';
     END IF;
     RETURN NULL;
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER record_directive_links
     AFTER INSERT OR UPDATE OF replaces, amends, published_at, document_id ON directives
     FOR EACH ROW EXECUTE FUNCTION public_record.record_directive_links()`,
  ],
};
