/** One list per slug and locale: the front end knows a list by its slug alone, and asks for the default one always. */
export const latestNewsLists = [
  `CREATE UNIQUE INDEX IF NOT EXISTS latest_news_lists_slug ON latest_news_lists (slug, locale)`,

  `CREATE OR REPLACE FUNCTION newsroom.keep_default_list() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the default list stays, under its slug'
       USING ERRCODE = 'check_violation', CONSTRAINT = 'latest_news_lists_default';
   END $$`,
  `CREATE OR REPLACE TRIGGER keep_default_slug BEFORE UPDATE OF slug ON latest_news_lists
     FOR EACH ROW WHEN (OLD.slug = 'tin-moi-nhat' AND NEW.slug IS DISTINCT FROM OLD.slug)
     EXECUTE FUNCTION newsroom.keep_default_list()`,
  `CREATE OR REPLACE TRIGGER keep_default_list BEFORE DELETE ON latest_news_lists
     FOR EACH ROW WHEN (OLD.slug = 'tin-moi-nhat') EXECUTE FUNCTION newsroom.keep_default_list()`,
];
