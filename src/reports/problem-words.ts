import { isEnglish } from '../vietnamese';

type Numbers<Name extends string> = Record<Name, string>;

/** What is wrong with counts, in words; numbers as they are written. */
const vi = {
  empty: 'còn trống',
  unreadable: (typed: string) => `“${typed}” không phải là số nguyên; hãy viết như 1234 hoặc 1.234`,
  noNumber: 'cần một số nguyên, ví dụ 1234',
  negative: 'không thể là số âm',
  tooLarge: (largest: string) => `lớn quá ${largest}`,
  fraction: 'phải là số nguyên, không có phần lẻ',
  atRow: (row: number) => `Dòng ${row}: `,
  noField: 'có nhiều dòng thì mỗi dòng phải ghi lĩnh vực',
  fieldTwice: (field: string, row: number) => `lĩnh vực “${field}” đã có ở dòng ${row}`,
  apart: (by: string) => `lệch ${by}`,
  receipts: ({ received, online, inPerson, sum }: Numbers<'received' | 'online' | 'inPerson' | 'sum'>) =>
    `“Tiếp nhận trong kỳ” là ${received}, nhưng trực tuyến (${online}) cộng trực tiếp, bưu chính (${inPerson}) là ${sum}`,
  morePart: ({ label, part, of, whole }: Numbers<'label' | 'part' | 'of' | 'whole'>) =>
    `“${label}” (${part}) nhiều hơn “${of}” (${whole})`,
  balance: ({
    there,
    resolved,
    pending,
    returned,
    gone,
  }: Numbers<'there' | 'resolved' | 'pending' | 'returned' | 'gone'>) =>
    `tiếp nhận trong kỳ cộng kỳ trước chuyển sang là ${there}, nhưng đã giải quyết (${resolved}) cộng đang giải quyết (${pending}) cộng trả lại, rút (${returned}) là ${gone}`,
  moreSigned: ({ signed, both }: Numbers<'signed' | 'both'>) =>
    `“Văn bản ký số” (${signed}) nhiều hơn văn bản gửi và nhận (${both})`,
};

const en: typeof vi = {
  empty: 'is empty',
  unreadable: (typed) => `“${typed}” is no whole number; write it as 1234 or 1.234`,
  noNumber: 'needs a whole number, such as 1234',
  negative: 'cannot be negative',
  tooLarge: (largest) => `is more than ${largest}`,
  fraction: 'has to be a whole number, without decimals',
  atRow: (row) => `Row ${row}: `,
  noField: 'of several rows each needs a field',
  fieldTwice: (field, row) => `the field “${field}” is already in row ${row}`,
  apart: (by) => `${by} apart`,
  receipts: ({ received, online, inPerson, sum }) =>
    `“Received in the period” is ${received}, but online (${online}) and in person or by post (${inPerson}) are ${sum}`,
  morePart: ({ label, part, of, whole }) => `“${label}” (${part}) is more than “${of}” (${whole})`,
  balance: ({ there, resolved, pending, returned, gone }) =>
    `received in the period and carried over are ${there}, but resolved (${resolved}), pending (${pending}) and returned (${returned}) are ${gone}`,
  moreSigned: ({ signed, both }) => `“Digitally signed” (${signed}) is more than what was sent and received (${both})`,
};

export const problemWords = (locale: string): typeof vi => (isEnglish(locale) ? en : vi);
