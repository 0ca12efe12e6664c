import { DEFAULT_LIST } from '../default-list';

/** The front end always requests the default list, so that it can neither be deleted nor change its slug. */
export const latestNewsLists = {
  functions: [
    `CREATE OR REPLACE FUNCTION newsroom.protect_default_list() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the default list stays, under its slug'
       USING ERRCODE = 'check_violation', CONSTRAINT = 'latest_news_lists_default';
   END $$`,
  ],

  triggers: [
    `CREATE OR REPLACE TRIGGER protect_default_slug BEFORE UPDATE OF slug ON latest_news_lists
     FOR EACH ROW WHEN (OLD.slug = '${DEFAULT_LIST.slug}' AND NEW.slug IS DISTINCT FROM OLD.slug)
     EXECUTE FUNCTION newsroom.protect_default_list()`,
    `CREATE OR REPLACE TRIGGER protect_default_list BEFORE DELETE ON latest_news_lists
     FOR EACH ROW WHEN (OLD.slug = '${DEFAULT_LIST.slug}') EXECUTE FUNCTION newsroom.protect_default_list()`,
  ],
};
