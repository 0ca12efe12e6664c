import { ABBREVIATIONS } from '../mentions/abbreviations';

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const toneless = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(new RegExp(`[${TONES}]`, 'g'), '');

const key = `translate(normalize(lower(written), NFD), ${literal(`–—${TONES}`)}, '--')`;

/**
 * What is equal of two spellings of a name: small letters without tone marks, of which there are two styles (hòa, hoà),
 * one dash, and one form of the parts that are abbreviated. It is for finding, and not for telling names apart.
 */
export const nameKey = [
  `CREATE OR REPLACE FUNCTION directory.name_key(written text) RETURNS text
   LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT ${ABBREVIATIONS.reduce(
       (sql, [full, short]) => `replace(${sql}, ${literal(toneless(full))}, ${literal(toneless(short))})`,
       key,
     )} $$`,
];
