import { normalForm } from '../../../../../vietnamese';
import { ABBREVIATIONS } from '../mentions/abbreviations';

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const toneless = (text: string): string =>
  normalForm(text.toLowerCase(), 'NFD').replace(new RegExp(`[${TONES}]`, 'g'), '');

const key = `translate(normalize(lower(written), NFD), ${literal(`–—${TONES}`)}, '--')`;

/**
 * The search key of a name, equal for its spellings: lower case without tone marks, of which there are two styles (hòa,
 * hoà), one kind of dash, abbreviated parts in short. Different names may share a key.
 */
export const nameKey = {
  functions: [
    `CREATE OR REPLACE FUNCTION directory.name_key(written text) RETURNS text
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT ${ABBREVIATIONS.reduce(
       (sql, [full, short]) => `replace(${sql}, ${literal(toneless(full))}, ${literal(toneless(short))})`,
       key,
     )} $$`,

    // The longest first: a part of another one is left alone by then.
    `CREATE OR REPLACE FUNCTION directory.short_key(key text, long_forms text[], short_forms text[]) RETURNS text
   LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
   DECLARE
     form record;
   BEGIN
     FOR form IN
       SELECT directory.name_key(long) AS long, directory.name_key(short) AS short
         FROM unnest(long_forms, short_forms) AS kept (long, short) WHERE long <> '' ORDER BY length(long) DESC, long
     LOOP
       key := replace(key, form.long, form.short);
     END LOOP;
     RETURN key;
   END $$`,
  ],
};
