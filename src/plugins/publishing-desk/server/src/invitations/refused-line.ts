import type { Language } from '../../../../../strapi-internals/caller-language';

/** A line because of which the whole list is refused, and what is wrong with it, in a sentence. */
export type RefusedLine = { line: number; problem: string };

const PROBLEMS = {
  nobody: {
    vi: () => 'Chưa có ai: mỗi dòng cần họ tên, e-mail, vai trò và cơ quan.',
    en: () => 'The list is empty: each line needs a name, an e-mail address, a role and an agency.',
  },
  many: {
    vi: (limit: string) => `Danh sách quá dài: nhiều nhất ${limit} dòng một lần. Hãy chia ra nhiều lần.`,
    en: (limit: string) => `The list is too long: at most ${limit} lines at a time. Split it.`,
  },
  quote: {
    vi: () => 'Có một dấu ngoặc kép (") chưa đóng: mỗi dấu mở cần một dấu đóng.',
    en: () => 'A quotation mark (") is not closed: each opening one needs a closing one.',
  },
  name: {
    vi: () => 'Họ tên cần từ 1 đến 255 ký tự.',
    en: () => 'A name takes 1 to 255 characters.',
  },
  email: {
    vi: (value: string) => `“${value}” không phải địa chỉ e-mail.`,
    en: (value: string) => `“${value}” is not an e-mail address.`,
  },
  twice: {
    vi: (value: string) => `${value} có ở một dòng khác.`,
    en: (value: string) => `${value} is on another line too.`,
  },
  known: {
    vi: (value: string) => `Đã có người dùng ${value}.`,
    en: (value: string) => `The user ${value} exists already.`,
  },
  role: {
    vi: (value: string) => `Không có vai trò “${value}”.`,
    en: (value: string) => `There is no role “${value}”.`,
  },
  agency: {
    vi: (value: string) => `Không có cơ quan “${value}”.`,
    en: (value: string) => `There is no agency “${value}”.`,
  },
  agencies: {
    vi: (value: string) => `Có nhiều cơ quan tên “${value}”: hãy ghi đường dẫn của cơ quan ấy.`,
    en: (value: string) => `Several agencies are called “${value}”: give the slug of the one you mean.`,
  },
} satisfies Record<string, Record<Language, (value: string) => string>>;

export const refusedLine = (
  line: number,
  problem: keyof typeof PROBLEMS,
  language: Language,
  value = '',
): RefusedLine => ({ line, problem: PROBLEMS[problem][language](value) });
