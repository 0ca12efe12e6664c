import { z } from 'zod';
import { DEFAULT_LOCALE, isCivilDay, toNfc } from '../vietnamese';

/** No control characters (PostgreSQL refuses NUL) and no trace of malformed UTF-8. */
const PLAIN = /^[^\p{Cc}\p{Cs}\uFFFD]*$/u;

export const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .default(DEFAULT_LOCALE)
  .describe('mã của một ngôn ngữ đang dùng, ví dụ vi hoặc en')
  .meta({ openapi: { description: 'The language of the answer, as the tag of one that is in use: vi, en.' } });

export const slug = z
  .string()
  .min(1)
  .max(255)
  .regex(PLAIN)
  .describe('định danh trong địa chỉ, tối đa 255 ký tự')
  .meta({ openapi: { description: 'Its name in addresses, of at most 255 characters.' } });

/** Of a filter: what names a thing. */
export const name = slug
  .describe('định danh trong địa chỉ, hiện nay hoặc trước đây, hoặc mã tài liệu, tối đa 255 ký tự')
  .meta({ openapi: { description: 'What it is: by its slug, any slug that it had, or its document id.' } });

export const address = z
  .string()
  .min(1)
  .max(2000)
  .regex(PLAIN)
  .describe('một địa chỉ hoặc một định danh, tối đa 2000 ký tự')
  .meta({ openapi: { description: 'An address, whole or from its first slash, or a slug; at most 2000 characters.' } });

/** Code points of a query in NFC: more than any title has. */
export const LONGEST_QUERY = 300;

/** What people type into a search box. */
export const typed = address
  .transform(toNfc)
  .refine((text) => [...text].length <= LONGEST_QUERY && /[\p{L}\p{N}]/u.test(text))
  .describe(`từ cần tìm, có ít nhất một chữ hoặc số, tối đa ${LONGEST_QUERY} ký tự`);

export const day = z
  .string()
  .refine(isCivilDay)
  .describe('ngày có thật, viết YYYY-MM-DD')
  .meta({ openapi: { description: 'A day of the portal’s calendar, YYYY-MM-DD.', type: 'string', format: 'date' } });

/** Items of a page, unless the request says how many, and at most. */
const DEFAULT_LIMIT = 20;
export const MAX_LIMIT = 50;

export const limit = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .refine((count) => count >= 1 && count <= MAX_LIMIT)
  .default(DEFAULT_LIMIT)
  .describe(`số nguyên từ 1 đến ${MAX_LIMIT}`)
  .meta({
    openapi: {
      description: 'How many items a page has at most.',
      type: 'integer',
      minimum: 1,
      maximum: MAX_LIMIT,
      default: DEFAULT_LIMIT,
    },
  });

export const cursor = z
  .string()
  .max(500)
  .regex(/^[A-Za-z0-9_.-]+$/)
  .describe('giá trị nextCursor của trang trước, giữ nguyên')
  .meta({ openapi: { description: 'meta.nextCursor of the page before, as it came, with the same filters.' } });

export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .describe('true hoặc false')
  .meta({ openapi: { description: 'true or false.', type: 'boolean' } });

/** Of every operation that takes a language and nothing else. */
export const localeOnly = z.object({ locale });

/** Of a list in pages. */
export const paged = { limit, cursor: cursor.optional() };

/** Of an operation that takes none. */
export const none = z.object({});
