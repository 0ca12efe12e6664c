import { documentNumbersIn, doubtfulNumbers } from './numbers-in-text';

it.each([
  ['a type without its Đ', 'Quyết định số 123/QD-UBND ngày 05/7/2023', ['123/QD-UBND']],
  ['small letters', 'theo Quyết định 123/qđ-ubnd', ['123/qđ-ubnd']],
  ['a year of two digits', 'Nghị định số 42/22/NĐ-CP của Chính phủ', ['42/22/NĐ-CP']],
  ['a slash for the hyphen', 'Quyết định 123/QĐ/UBND', ['123/QĐ/UBND']],
  ['spaces', 'Quyết định 123 / QĐ - UBND, rồi thôi', ['123 / QĐ - UBND']],
  ['a party number without its hyphen', 'Nghị quyết 58NQ/TW', ['58NQ/TW']],
  ['too many digits', 'số 1234567/VPCP-TTĐT', ['1234567/VPCP-TTĐT']],
  ['a letter with a full stop', 'Công văn số 4089/VPCP.TTĐT', ['4089/VPCP.TTĐT']],
  ['the same twice', '123/QD-UBND và 123/QD-UBND', ['123/QD-UBND']],
])('finds a number with %s', (_, text, numbers) => {
  expect(doubtfulNumbers(text)).toEqual(numbers);
  expect(doubtfulNumbers(text.normalize('NFD'))).toEqual(numbers);
});

it.each([
  'Quyết định số 123/QĐ-UBND, Nghị định 42/2022/NĐ-CP, số 91/2025/QH15, 1686/NQ-UBTVQH15.',
  'Công văn số 4089/VPCP-TTĐT; Nghị quyết 58-NQ/TW và 58 NQ/TW; số 12a/TTr-SXD-KT; 77-CV/TU.',
  'Quyết định 123/Q\u00d0–UBND',
  'Ngày 05/7/2023, 24/7, 100 km/h, 3.000đ/kg, 12 triệu đồng/ha, giai đoạn 2021-2025, TP-HCM.',
  'Số 12/3 phố Lê Lợi, số 5 đường Trần Phú, thửa đất số 123/4A, tờ bản đồ số 10-12.',
  'Số 12/ngõ 5. Thông báo số 12/TB. Ngày mai; Quyết định 123/QĐ-UBND - Về việc; số 4089/VPCP-TTĐT. Về việc',
  'Hotline 0237.3852.246, mã 1.004616.000.00.00.H56, tổ 3-TC, 5/10 xã',
])('has no doubt about %j', (text) => {
  expect(doubtfulNumbers(text)).toEqual([]);
});

it('finds the numbers that a text names, in its order and each once', () => {
  const text =
    'Theo Nghị quyết số 58 NQ/TW, Quyết định 123/Q\u00d0–UBND và Nghị quyết 58 NQ/TW; số 91/2025/QH15, 9/QĐ-UBND, 123/QD-UBND.';
  const numbers = [
    { written: '58 NQ/TW', canonical: '58-NQ/TW' },
    { written: '123/QĐ–UBND', canonical: '123/QĐ-UBND' },
    { written: '91/2025/QH15', canonical: '91/2025/QH15' },
    { written: '9/QĐ-UBND', canonical: '09/QĐ-UBND' },
  ];
  expect(documentNumbersIn(text)).toMatchObject(numbers);
  expect(documentNumbersIn(text.normalize('NFD'))).toMatchObject(numbers);
  expect(documentNumbersIn('Ngày 05/7/2023, 100 km/h')).toEqual([]);
});
