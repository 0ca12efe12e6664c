import { z } from 'zod';
import { isCivilDay } from '../../../../../vietnamese';

/** No control characters (NUL is refused by PostgreSQL) and nothing that came of broken UTF-8. */
const PLAIN = /^[^\p{Cc}\p{Cs}\uFFFD]*$/u;

export const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .default('vi')
  .describe('mã của một ngôn ngữ đang dùng, ví dụ vi hoặc en');

export const slug = z.string().min(1).max(255).regex(PLAIN).describe('định danh trong địa chỉ, tối đa 255 ký tự');

export const address = z
  .string()
  .min(1)
  .max(2000)
  .regex(PLAIN)
  .describe('một địa chỉ hoặc một định danh, tối đa 2000 ký tự');

export const day = z
  .string()
  .refine(isCivilDay)
  .describe('ngày có thật, viết YYYY-MM-DD')
  .meta({ openapi: { type: 'string', format: 'date' } });

export const limit = z
  .string()
  .regex(/^\d{1,2}$/)
  .transform(Number)
  .refine((count) => count >= 1 && count <= 50)
  .default(20)
  .describe('số nguyên từ 1 đến 50')
  .meta({ openapi: { type: 'integer', minimum: 1, maximum: 50, default: 20 } });

export const cursor = z
  .string()
  .max(500)
  .regex(/^[A-Za-z0-9_.-]+$/)
  .describe('giá trị nextCursor của trang trước, giữ nguyên');

export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .describe('true hoặc false')
  .meta({ openapi: { type: 'boolean' } });
