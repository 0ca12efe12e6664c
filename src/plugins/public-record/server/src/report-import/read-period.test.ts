import { parsePeriod, periodText } from '../../../../../reports';
import { mayEndSo, mentionedPeriods, periodOf, periodOfName, periodOfYear, rangeOf } from './read-period';

it.each([
  ['2025-07', '2025-07'],
  ['2025-q3', '2025-Q3'],
  [' 2025 ', '2025'],
  ['Năm 2025', '2025'],
  ['7/2025', '2025-07'],
  ['07-2025', '2025-07'],
  ['Tháng 7 năm 2025', '2025-07'],
  ['THÁNG 12/2025', '2025-12'],
  ['T7/2025', '2025-07'],
  ['2025/7', '2025-07'],
  ['01/07/2025', '2025-07'],
  ['Quý III/2025', '2025-Q3'],
  ['quý 4 năm 2025', '2025-Q4'],
  ['IV/2025', '2025-Q4'],
  ['Q1.2025', '2025-Q1'],
  ['Từ ngày 01/07/2025 đến ngày 31/07/2025', '2025-07'],
  ['01/01/2025 - 31/12/2025', '2025'],
  ['Từ 1/7/2025 đến hết 30/9/2025', '2025-Q3'],
])('reads %s', (text, period) => expect(periodText(periodOf(text)!)).toBe(period));

it.each([
  '',
  'Tháng 7',
  'Quý III',
  '13/2025',
  'Quý V/2025',
  '15/07/2025',
  '7/25',
  '6 tháng đầu năm 2025',
  '01/07/2025 - 30/07/2025',
  '15/06/2025 - 14/09/2025',
  '1999',
  'tháng 7/2025, tháng 8/2025',
])('refuses %j', (text) => expect(periodOf(text)).toBeNull());

it('joins a month or a quarter with the year beside it', () => {
  const of = (part: 'month' | 'quarter', text: string) => {
    const period = periodOfYear(part, text, '2025');
    return period && periodText(period);
  };
  expect(['7', 'Tháng 07', 'T12', '13', 'III'].map((text) => of('month', text))).toEqual(['2025-07', '2025-07', '2025-12', null, null]); // prettier-ignore
  expect(['3', 'III', 'Quý I', '5'].map((text) => of('quarter', text))).toEqual(['2025-Q3', '2025-Q3', '2025-Q1', null]); // prettier-ignore
});

it.each<[string, (string | null)[]]>([
  ['Kỳ báo cáo: Quý III/Năm 2025', ['2025-Q3']],
  ['Báo cáo tháng 7 năm 2025 và tháng 8 năm 2025', ['2025-07', '2025-08']],
  ['Báo cáo năm 2025', ['2025']],
  ['Thanh Hóa, ngày 05 tháng 8 năm 2025', []],
  ['Từ ngày 15 tháng 6 năm 2025 đến ngày 14 tháng 9 năm 2025', []],
  ['6 tháng đầu năm 2025', [null]],
  ['9 tháng năm 2025', [null]],
  ['Quý…/Năm 2025', [null]],
  ['Tháng 7, tháng 8 năm 2025', [null, '2025-08']],
  ['Thông tư số 01/2020/TT-VPCP', []],
  ['Thanh Hóa, ngày … tháng … năm 2025', []],
  ['Thanh Hóa, ngày     tháng 8 năm 2025', []],
  ['Tháng năm năm 2025', [null]],
  ['Quý một năm 2025', [null]],
  ['Lũy kế đến tháng 3 năm 2025', [null]],
  ['Đến hết tháng 3/2025', [null]],
  ['Quý I năm 2025 và cộng dồn từ đầu năm', [null]],
  ['Tuần 3 tháng 3 năm 2025', [null]],
])('finds in %j the periods %j', (line, periods) => {
  expect(mentionedPeriods(line).map((period) => period && periodText(period))).toEqual(periods);
});

it('finds a first and last day in a line', () => {
  expect(periodText(rangeOf('Số liệu từ ngày 01/07/2025 đến ngày 30/09/2025 (quý)')!)).toBe('2025-Q3');
});

it.each([
  ['Từ ngày 15 tháng 6 năm 2025 đến ngày 14 tháng 9 năm 2025', '2025-Q3', true],
  ['Số liệu tính đến ngày 30/9/2025', '2025-Q3', true],
  ['Tính đến 31/3/2025', '2025', false],
  ['Từ 01/01/2025 đến hết 31/3/2025', '2025-03', false],
  ['Ngày 05/10/2025', '2025-Q3', true],
])('%s: of %s %s', (line, period, may) => expect(mayEndSo(line, parsePeriod(period)!)).toBe(may));

it.each([
  ['Tháng 3', '2025-03'],
  ['T3-25', '2025-03'],
  ['Quý I', '2025-Q1'],
  ['BC tháng 3', '2025-03'],
  ['T3-24', null],
  ['Tháng 3, 4', null],
  ['T3 và T4', null],
  ['Báo cáo tháng', null],
  ['3', null],
  ['Tháng 13', null],
])('a sheet called %s in 2025 is of %s', (name, period) => {
  const found = periodOfName(name, '2025');
  expect(found && periodText(found)).toBe(period);
});
