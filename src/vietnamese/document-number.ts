import { foldEth } from './fold-letters';

const ADMINISTRATIVE = 'NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB'.split(
  ' ',
);
const COPIES = ['SY', 'TrS', 'SL'];
const NORMATIVE = ['NĐ', 'TT', 'TTLT'];
const STATE_TYPES = new Set([...ADMINISTRATIVE, ...COPIES, ...NORMATIVE]);
const PARTY_TYPES = new Set([...ADMINISTRATIVE, 'KL']);

/** Every type that a document's number may name, of state and party alike. */
export const DOCUMENT_TYPES: readonly string[] = [...new Set([...STATE_TYPES, ...PARTY_TYPES])];

const STATE_FORM = /^(\d{1,5}[a-z]?)(?:\/(\d{4}))?\/(?:([A-ZĐ][A-Za-zĐ]*)-)?([A-ZĐ][A-Za-zĐ0-9]*(?:-[A-Za-zĐ0-9]+)*)$/;
const PARTY_FORM = /^(\d{1,5})[- ]([A-ZĐ][A-Za-zĐ]*)\/([A-ZĐ][A-Za-zĐ0-9]*)$/;
const NATIONAL_ASSEMBLY = /^(?:UBTV)?QH\d+$/;

/**
 * `written` is what was typed, in NFC with Ð put right; `canonical` the one form by which equal numbers are equal.
 * `number` has its leading zero, `type` is one of the closed list (`QĐ`), `issuer` all the rest (`VPCP-TTĐT`).
 */
export type DocumentNumber = { written: string; canonical: string; number: string; issuer: string } & (
  | { kind: 'state'; type: string; year: null }
  | { kind: 'letter'; type: null; year: null }
  | { kind: 'normative'; type: string | null; year: number | null }
  | { kind: 'party'; type: string | null; year: null }
);

/**
 * Reads a document's number: state `123/QĐ-UBND`, a letter `4089/VPCP-TTĐT`, normative `42/2022/NĐ-CP` (it has a year,
 * a normative type, or the National Assembly for its issuer), or party `58-NQ/TW`, also written `58 NQ/TW`. A leading
 * `Số:` is passed over. What stands where a type would, but is not in the closed list, belongs to the issuer.
 * Null for any other form. The list of types is that of Decree 30/2020, appendix III, with the normative types and the
 * party's KL.
 */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const written = foldEth(text);
  const form = bareForm(written);
  return readState(written, form) ?? readParty(written, form);
}

/**
 * The canonical form of a document's number; of a text in no form that is known, as older papers have them, the text
 * with plain hyphens and single spaces, without `Số:`. Empty for an empty text.
 */
export const canonicalDocumentNumber = (text: string): string =>
  parseDocumentNumber(text)?.canonical ?? bareForm(foldEth(text));

const bareForm = (written: string): string =>
  written
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^số ?:? ?/i, '');

function readState(written: string, form: string): DocumentNumber | null {
  const [, digits, yearDigits, captured, rest] = STATE_FORM.exec(form) ?? [];
  if (digits === undefined || rest === undefined) return null;
  const number = withLeadingZero(digits);
  const type = captured !== undefined && STATE_TYPES.has(captured) ? captured : null;
  const issuer = type === captured || captured === undefined ? rest : `${captured}-${rest}`;
  const year = yearDigits === undefined ? null : Number(yearDigits);
  const canonical = [number, yearDigits, type === null ? issuer : `${type}-${issuer}`].filter(Boolean).join('/');
  const common = { written, canonical, number, issuer };
  if (year !== null || NATIONAL_ASSEMBLY.test(issuer)) return { ...common, kind: 'normative', type, year };
  if (type === null) return { ...common, kind: 'letter', type, year };
  return { ...common, kind: NORMATIVE.includes(type) ? 'normative' : 'state', type, year };
}

function readParty(written: string, form: string): DocumentNumber | null {
  const [, digits, captured, rest] = PARTY_FORM.exec(form) ?? [];
  if (digits === undefined || captured === undefined || rest === undefined) return null;
  const number = withLeadingZero(digits);
  const known = PARTY_TYPES.has(captured);
  const canonical = `${number}-${captured}/${rest}`;
  const common = { written, canonical, number, issuer: known ? rest : `${captured}/${rest}` };
  return { ...common, kind: 'party', type: known ? captured : null, year: null };
}

function withLeadingZero(number: string): string {
  return number.replace(/^0*(\d+)/, (_, digits: string) => digits.padStart(2, '0'));
}
