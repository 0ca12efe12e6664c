/**
 * What is in force on a day, which is the portal's. The first that holds:
 *
 * 1. `withdrawn`: from `withdrawn_on` on.
 * 2. `replaced`: from the day on which a published directive that replaces it begins to be in force. It stays so when that one
 *    expires or is replaced in its turn; only its withdrawal gives back what it had replaced.
 * 3. `expired`: after `expires_on`, which is the last day.
 * 4. `notYetInForce`: before `effective_on`; without one, before the day of issue.
 * 5. `inForce`.
 */
export const directiveStatus = {
  functions: [
    `CREATE OR REPLACE FUNCTION public_record.is_replaced(document text, day date) RETURNS boolean
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT EXISTS (
       SELECT FROM public_record.directive_links link JOIN directives later ON later.id = link.directive_id
        WHERE link.target = document AND link.kind = 'replaces' AND link.is_published
          AND coalesce(later.effective_on, later.issued_on) <= day
          AND (later.withdrawn_on IS NULL OR later.withdrawn_on > day)) $$`,

    `CREATE OR REPLACE FUNCTION public_record.directive_status(directive directives, day date) RETURNS text
   LANGUAGE sql STABLE PARALLEL SAFE AS $$
     SELECT CASE WHEN directive.withdrawn_on <= day THEN 'withdrawn'
                 WHEN public_record.is_replaced(directive.document_id, day) THEN 'replaced'
                 WHEN directive.expires_on < day THEN 'expired'
                 WHEN coalesce(directive.effective_on, directive.issued_on) > day THEN 'notYetInForce'
                 ELSE 'inForce' END $$`,
  ],
};
