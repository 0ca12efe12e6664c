/** What the languages of a document have in common: the columns of the attributes that are not localised. */
export const SHARED = {
  directives: [
    ...['number', 'canonical_number', 'type', 'issued_on', 'effective_on', 'expires_on', 'withdrawn_on'],
    ...['order_deadline', 'replaces', 'amends'],
  ],
  programmes: ['period_from', 'period_to', 'stopped_on', 'documents', 'targets', 'projects'],
};

/**
 * What is published in one language changes what the languages have in common in the others that are published: a
 * directive is withdrawn in all of them at once. (Strapi keeps these values the same in the drafts alone.)
 */
export const sharedValues = {
  functions: Object.entries(SHARED).map(
    ([table, columns]) => `CREATE OR REPLACE FUNCTION public_record.share_published_${table}() RETURNS trigger
   LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE ${table} other SET ${columns.map((column) => `${column} = NEW.${column}`).join(', ')}
      WHERE other.document_id = NEW.document_id AND other.published_at IS NOT NULL AND other.id <> NEW.id
        AND (${columns.map((column) => `other.${column}`).join(', ')})
          IS DISTINCT FROM (${columns.map((column) => `NEW.${column}`).join(', ')});
     RETURN NULL;
   END $$`,
  ),

  triggers: Object.keys(SHARED).map(
    (table) => `CREATE OR REPLACE TRIGGER share_published_${table} AFTER INSERT ON ${table}
     FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION public_record.share_published_${table}()`,
  ),
};
