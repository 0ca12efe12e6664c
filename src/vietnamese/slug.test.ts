import fc from 'fast-check';
import { slugOf } from './slug';

it.each([
  ['Đỗ Minh Tuấn', 'do-minh-tuan'],
  ['  Quyết định số 123/QÐ-UBND!  ', 'quyet-dinh-so-123-qd-ubnd'],
  ['giai đoạn 2021 – 2025.', 'giai-doan-2021-2025'],
  ['Thanh Hoá'.normalize('NFD'), 'thanh-hoa'],
  ['3.000 m²', '3-000-m2'],
  ['Hợp tác với 北京', 'hop-tac-voi'],
])('of %j is %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

it('cuts at a hyphen, within 80 characters', () => {
  const title = 'Báo cáo Chương trình phát triển Khu Kinh tế Nghi Sơn và các Khu công nghiệp, giai đoạn 2021 – 2025.';
  expect(slugOf(title)).toBe('bao-cao-chuong-trinh-phat-trien-khu-kinh-te-nghi-son-va-cac-khu-cong-nghiep-giai');
  expect(slugOf(title, 79)).toBe('bao-cao-chuong-trinh-phat-trien-khu-kinh-te-nghi-son-va-cac-khu-cong-nghiep');
  expect(slugOf('a'.repeat(100))).toBe('a'.repeat(80));
});

it('is empty only for a title without letters and digits', () => {
  expect(slugOf('…!')).toBe('');
  expect(slugOf('\u0301')).toBe('');
  expect(slugOf('北 京')).toBe('5317-4eac');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(slugOf(title) !== '').toBe(/[\p{L}\p{N}]/u.test(title.normalize('NFKC')));
    }),
    { numRuns: 1000 },
  );
});

it('is lower case ASCII words joined by single hyphens, and its own slug', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'Đđộ z9 -/ß한') }),
      fc.integer({ min: 1, max: 20 }),
      (title, most) => {
        const slug = slugOf(title, most);
        expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(most);
        expect(slugOf(slug, most)).toBe(slug);
      },
    ),
  );
});

it('refuses a length in which nothing fits', () => {
  expect(() => slugOf('Tin', 0)).toThrow(RangeError);
});
