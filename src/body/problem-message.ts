import type { z } from 'zod';

const KINDS = new Map([
  ['string', 'một chuỗi chữ'],
  ['boolean', 'true hoặc false'],
  ['array', 'một danh sách'],
  ['tuple', 'một danh sách'],
  ['object', 'một đối tượng'],
]);

// Names come from the caller and end up on a screen: only what looks like a name is repeated.
const quoted = (names: string[]) =>
  names
    .slice(0, 3)
    .map((name) => (/^[A-Za-z][\w-]{0,39}$/.test(name) ? `“${name}”` : 'không rõ'))
    .join(', ');

/** What the schema says, in Vietnamese, where it has no message of its own: the fallback given to zod's parse. */
export function problemMessage(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `không nhận thuộc tính lạ ${quoted(issue.keys)}`;
    case 'invalid_type':
      return issue.input === undefined
        ? `thiếu thuộc tính ${quoted([String(issue.path?.at(-1) ?? '')])}`
        : `cần ${KINDS.get(issue.expected) ?? 'kiểu khác'}`;
    case 'invalid_value':
      return 'giá trị không được chấp nhận';
    default:
      return 'không hợp lệ';
  }
}
