import fc from 'fast-check';
import { canonicalDocumentNumber, type DocumentNumber, parseDocumentNumber } from './document-number';

type Expected = Omit<DocumentNumber, 'written'>;

it.each<[string, Expected]>([
  ['123/QĐ-UBND', { kind: 'state', canonical: '123/QĐ-UBND', number: '123', year: null, type: 'QĐ', issuer: 'UBND' }],
  [
    'Số: 123/QĐ-UBND',
    { kind: 'state', canonical: '123/QĐ-UBND', number: '123', year: null, type: 'QĐ', issuer: 'UBND' },
  ],
  [
    '12a/TTr-SXD-KT',
    { kind: 'state', canonical: '12a/TTr-SXD-KT', number: '12a', year: null, type: 'TTr', issuer: 'SXD-KT' },
  ],
  ['15/SY-UBND', { kind: 'state', canonical: '15/SY-UBND', number: '15', year: null, type: 'SY', issuer: 'UBND' }],
  [
    '4089/VPCP-TTĐT',
    { kind: 'letter', canonical: '4089/VPCP-TTĐT', number: '4089', year: null, type: null, issuer: 'VPCP-TTĐT' },
  ],
  ['12/UBND', { kind: 'letter', canonical: '12/UBND', number: '12', year: null, type: null, issuer: 'UBND' }],
  [
    '42/2022/NĐ-CP',
    { kind: 'normative', canonical: '42/2022/NĐ-CP', number: '42', year: 2022, type: 'NĐ', issuer: 'CP' },
  ],
  [
    '1686/NQ-UBTVQH15',
    { kind: 'normative', canonical: '1686/NQ-UBTVQH15', number: '1686', year: null, type: 'NQ', issuer: 'UBTVQH15' },
  ],
  [
    '91/2025/QH15',
    { kind: 'normative', canonical: '91/2025/QH15', number: '91', year: 2025, type: null, issuer: 'QH15' },
  ],
  [
    '5/2023/QĐ-UBND',
    { kind: 'normative', canonical: '05/2023/QĐ-UBND', number: '05', year: 2023, type: 'QĐ', issuer: 'UBND' },
  ],
  [
    '24/TT-BTTTT',
    { kind: 'normative', canonical: '24/TT-BTTTT', number: '24', year: null, type: 'TT', issuer: 'BTTTT' },
  ],
  ['58-NQ/TW', { kind: 'party', canonical: '58-NQ/TW', number: '58', year: null, type: 'NQ', issuer: 'TW' }],
  ['58 NQ/TW', { kind: 'party', canonical: '58-NQ/TW', number: '58', year: null, type: 'NQ', issuer: 'TW' }],
  ['58\u00a0NQ/TW', { kind: 'party', canonical: '58-NQ/TW', number: '58', year: null, type: 'NQ', issuer: 'TW' }],
  ['9-KL/TW', { kind: 'party', canonical: '09-KL/TW', number: '09', year: null, type: 'KL', issuer: 'TW' }],
  ['77-CV/TU', { kind: 'party', canonical: '77-CV/TU', number: '77', year: null, type: null, issuer: 'CV/TU' }],
])('reads %s', (text, expected) => {
  expect(parseDocumentNumber(text)).toEqual({ ...expected, written: text });
});

it.each([
  ['5/QĐ-UBND', '05/QĐ-UBND'],
  ['5a/QĐ-UBND', '05a/QĐ-UBND'],
  ['005/QĐ-UBND', '05/QĐ-UBND'],
  ['10/QĐ-UBND', '10/QĐ-UBND'],
  ['123/Q\u00d0–UBND', '123/Q\u0110-UBND'],
  [' 123/QĐ-UBND\u00a0', '123/QĐ-UBND'],
  ['58–NQ/TW', '58-NQ/TW'],
  ['SỐ 7-CT/TU', '07-CT/TU'],
])('makes %j canonical: %s', (text, canonical) => {
  expect(parseDocumentNumber(text)?.canonical).toBe(canonical);
});

it.each([
  ['58–NQ/TW', '58-NQ/TW'],
  ['Số:  1234  QĐ/UB–TH ', '1234 QĐ/UB-TH'],
  ['1/Q\u00d0', '01/QĐ'],
  ['  ', ''],
])('has a canonical form for %j, whatever its form: %s', (text, canonical) => {
  expect(canonicalDocumentNumber(text)).toBe(canonical);
});

it('keeps what was written, but for the eth', () => {
  expect(parseDocumentNumber('Số: 5/Q\u00d0–UBND')?.written).toBe('Số: 5/Q\u0110–UBND');
});

it('knows the whole closed list of types', () => {
  const general = 'NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB';
  const types = `${general} SY TrS SL NĐ TT TTLT`.split(' ');
  expect(types.map((type) => parseDocumentNumber(`12/${type}-UBND`)?.type)).toEqual(types);
  const partyTypes = `${general} KL`.split(' ');
  expect(partyTypes.map((type) => parseDocumentNumber(`12-${type}/TU`)?.type)).toEqual(partyTypes);
  expect(parseDocumentNumber('12/KL-UBND')?.type).toBeNull();
  expect(parseDocumentNumber('12-NĐ/TU')?.type).toBeNull();
});

it.each([
  '',
  '123',
  'QĐ-UBND',
  '123456/QĐ-UBND',
  '123/qđ-ubnd',
  '123/22/NĐ-CP',
  '58NQ/TW',
  '123/QĐ-UBND ngày 5/7',
  '1.125.000',
])('refuses %j', (text) => {
  expect(parseDocumentNumber(text)).toBeNull();
});

it('finds a canonical form canonical', () => {
  const written = fc.oneof(
    fc.stringMatching(
      /^\d{1,5}[a-z]?(\/\d{4})?\/([A-ZĐÐ][A-Za-zĐ]{0,3}[-–])?[A-ZĐ][A-Za-zĐ0-9]{0,5}(-[A-Z0-9]{1,3})?$/,
    ),
    fc.stringMatching(/^\d{1,5}[- –][A-ZĐÐ][A-Za-zĐ]{0,3}\/[A-ZĐ][A-Z0-9]{0,3}$/),
  );
  fc.assert(
    fc.property(written, (text) => {
      const first = parseDocumentNumber(text);
      const again = parseDocumentNumber(first?.canonical ?? '');
      expect(first).not.toBeNull();
      expect(again).toEqual({ ...first, written: first?.canonical });
    }),
  );
});
