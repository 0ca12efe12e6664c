import { foldToneStyle } from '../../../../../vietnamese';

/** What the two tone styles write differently at the end of a word, by its first vowel: the letters of the new style. */
const NEW_STYLE = { o: 'àáảãạèéẻẽẹ', u: 'ỳýỷỹỵ' };

/** A row of one value. Without OFFSET the planner would put the expression wherever the value is named, and compute it each time. */
const once = (sql: string): string => `(SELECT ${sql} OFFSET 0)`;

/** Of a key with a space after each word. After q the u belongs to it: quý, quỹ. */
const inOldStyle = (key: string): string =>
  Object.entries(NEW_STYLE).reduce((sql, [first, letters]) => {
    const changed = [...letters].reduce((inner, letter) => {
      const old = foldToneStyle(first + letter);
      const replaced = `replace(${inner}, '${first}${letter} ', '${old} ')`;
      return first === 'u' ? `replace(${replaced}, 'q${old} ', 'q${first}${letter} ')` : replaced;
    }, 'styled.key');
    return `(SELECT CASE WHEN styled.key ~ '${first}[${letters}] ' THEN ${changed} ELSE styled.key END FROM ${once(sql)} AS styled (key))`;
  }, key);

// No writing has more marks on a letter, and sorting a long run of them takes time that grows with its square.
const withoutRuns = String.raw`regexp_replace(written, '[\u0300-\u036f]{5,}', '', 'g')`;
// Only marks are composed: to ask whether a text is in NFC takes longer than all else.
const composed = String.raw`(SELECT CASE WHEN one ~ '[\u0300-\u036f]' THEN normalize(one, NFC) ELSE one END FROM ${once(withoutRuns)} AS given (one))`;
/** Exponents, as `m³` has them, and the digits that people type. */
const EXPONENTS = ['⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789'] as const;

const lowered = `lower(translate(${composed}, 'ÐðĐ${EXPONENTS[0]}', 'đđđ${EXPONENTS[1]}') COLLATE "und-x-icu")`;
const unmarked = String.raw`regexp_replace(${lowered}, '[\u0300-\u036f]+', '', 'g')`;
// U.B.N.D
const withoutInnerDots = String.raw`(SELECT CASE WHEN one ~ '[[:alpha:]]\.[[:alpha:]]'
  THEN regexp_replace(one, '(?<![[:alnum:]])([[:alpha:]])\.(?=[[:alpha:]](?![[:alnum:]]))', '\1', 'g') ELSE one END
  FROM ${once(unmarked)} AS marked (one))`;
const words = `regexp_replace(${withoutInnerDots}, '[^[:alnum:]]+', ' ', 'g')`;
const numbersApart = String.raw`regexp_replace(${words}, '([0-9])(?=[^0-9 ])|([^0-9 ])(?=[0-9])', '\1\2 ', 'g')`;
/** Characters of a word that count: a lexeme has at most two kilobytes. */
const LONGEST_WORD = 64;
const withoutLongWords = (key: string): string =>
  `(SELECT CASE WHEN key ~ '[^ ]{${LONGEST_WORD + 1}}' THEN regexp_replace(key, '([^ ]{${LONGEST_WORD}})[^ ]+', '\\1', 'g') ELSE key END FROM ${once(key)} AS long (key))`;
const withoutZeros = `regexp_replace(${numbersApart}, '(?<![0-9])0+(?=[0-9])', '', 'g')`;

/**
 * The forms in which texts and queries meet.
 *
 * `word_key`: NFC, Ð as Đ, lower case, the old tone style, and one space for whatever is no letter or digit. Exponents are
 * digits (`m³`), and single letters with dots between them are a word (`U.B.N.D`). Letters and
 * digits part, and numbers lose leading zeros, so that `58-NQ/TW`, `58NQ/TW` and `058 nq/tw` are one: `58 nq tw`.
 *
 * `flat_key`: such a key without accents, and d for đ, by the dictionary of `unaccented`, which a step creates.
 */
export const keys = {
  functions: [
    `CREATE OR REPLACE FUNCTION portal_search.word_key(written text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT btrim(${inOldStyle(`' ' || ${withoutLongWords(withoutZeros)} || ' '`)}) $$`,

    `CREATE OR REPLACE FUNCTION portal_search.flat_key(word_key text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
     SELECT portal_search.unaccented(word_key) $$`,
  ],
};

/**
 * A step: `unaccent` with its dictionary named, so that the search path has no part in it. The function of the extension is
 * STABLE, since a dictionary can be altered; this one is not.
 */
export const createUnaccented = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  DO $do$ BEGIN
    EXECUTE (
      SELECT format('CREATE FUNCTION portal_search.unaccented(letters text) RETURNS text
          LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN %1$I.unaccent(%2$L::regdictionary, letters)',
          place.nspname, format('%I.unaccent', place.nspname))
        FROM pg_extension extension JOIN pg_namespace place ON place.oid = extension.extnamespace
       WHERE extension.extname = 'unaccent');
  END $do$`;
