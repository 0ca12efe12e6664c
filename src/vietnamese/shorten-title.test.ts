import fc from 'fast-check';
import { shortTitle } from './shorten-title';

const lengthOf = (text: string) => Array.from(text).length;

describe('the latest news of the live page', () => {
  it.each([
    [
      97,
      'UBND tỉnh họp nghe dự thảo Kế hoạch hành động thực hiện khâu đột phá về đẩy mạnh cải cách hành...',
      'UBND tỉnh họp nghe dự thảo Kế hoạch hành động thực hiện khâu đột phá về đẩy mạnh cải cách hành chính.',
    ],
    [
      97,
      'UBND tỉnh họp nghe dự thảo Kế hoạch hành động thực hiện khâu đột phá về nghiên cứu ứng dụng và...',
      'UBND tỉnh họp nghe dự thảo Kế hoạch hành động thực hiện khâu đột phá về nghiên cứu ứng dụng và chuyển giao.',
    ],
    [73, 'Thứ trưởng Bộ Nông nghiệp và Phát triển Nông thôn làm việc tại Thanh Hóa.', null],
    [76, 'Chủ tịch UBND tỉnh Đỗ Minh Tuấn tiếp doanh nghiệp định kỳ tháng 02 năm 2021.', null],
    [100, 'Báo cáo dự thảo Kế hoạch hành động thực hiện khâu đột phá về phát triển hạ tầng giai đoạn 2021-2025.', null],
    [99, 'Báo cáo Chương trình phát triển Khu Kinh tế Nghi Sơn và các Khu công nghiệp, giai đoạn 2021 – 2025.', null],
    [
      95,
      'Ký kết Biên bản ghi nhớ về đầu tư Dự án Trung tâm Logistics Bắc Trung bộ và Hạ tầng Khu công...',
      'Ký kết Biên bản ghi nhớ về đầu tư Dự án Trung tâm Logistics Bắc Trung bộ và Hạ tầng Khu công nghiệp số 15.',
    ],
    [
      97,
      'UBND tỉnh họp nghe báo cáo tình hình thực hiện dự án đầu tư hạ tầng Khu công nghiệp số 15, Khu...',
      'UBND tỉnh họp nghe báo cáo tình hình thực hiện dự án đầu tư hạ tầng Khu công nghiệp số 15, Khu kinh tế.',
    ],
  ])('%i code points: %s', (length, shown, whole) => {
    expect(shortTitle(whole ?? shown)).toBe(shown);
    expect(lengthOf(shown)).toBe(length);
  });
});

it('counts code points after NFC', () => {
  const title = 'Báo cáo dự thảo Kế hoạch hành động thực hiện khâu đột phá về phát triển hạ tầng giai đoạn 2021-2025.';
  expect(title.normalize('NFD')).toHaveLength(128);
  expect(shortTitle(title.normalize('NFD'))).toBe(title);
  expect(shortTitle('🌾'.repeat(100))).toBe('🌾'.repeat(100));
});

it('keeps a word that ends exactly at the limit', () => {
  expect(shortTitle(`a ${'b'.repeat(95)} cde`)).toBe(`a ${'b'.repeat(95)}...`);
  expect(shortTitle(`a ${'b'.repeat(96)} cd`)).toBe('a...');
});

it('cuts one unbroken word at 97', () => {
  expect(shortTitle('ẩ'.repeat(101))).toBe(`${'ẩ'.repeat(97)}...`);
  expect(shortTitle(` ${'a'.repeat(101)}`)).toBe(` ${'a'.repeat(96)}...`);
  expect(shortTitle('🌾'.repeat(101))).toBe(`${'🌾'.repeat(97)}...`);
});

it('leaves no space before the full stops', () => {
  expect(shortTitle(`${'a'.repeat(90)}  ${'b'.repeat(20)}`)).toBe(`${'a'.repeat(90)}...`);
});

it('is the whole title, or at most 100 code points of its beginning with three full stops', () => {
  const titles = fc.array(fc.constantFrom('Thanh', 'Hóa', 'ẩ', ' ', '  ', '🌾', 'nghiệp', '.', '\u00a0', 'đ'), {
    maxLength: 120,
    size: 'max',
  });
  fc.assert(
    fc.property(titles, (parts) => {
      const title = parts.join('').normalize('NFC');
      const short = shortTitle(title);
      expect(lengthOf(short)).toBeLessThanOrEqual(100);
      if (lengthOf(title) <= 100) return expect(short).toBe(title);
      expect(short.endsWith('...')).toBe(true);
      expect(title.startsWith(short.slice(0, -3))).toBe(true);
      expect(shortTitle(title.normalize('NFD'))).toBe(short);
    }),
  );
});
