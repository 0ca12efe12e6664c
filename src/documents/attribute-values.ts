import { errors } from '@strapi/utils';
import { writableText } from '../vietnamese';
import { type DocumentMiddleware, writtenData } from './written-data';

type Attribute = { type: string; enum?: string[]; column?: { type?: string }; regex?: string };

const TEXT_TYPES = new Set(['string', 'text', 'richtext', 'uid', 'email']);

/** Types of attributes that Strapi stores as `varchar(255)`, unless the schema names another column type. */
const SHORT_TYPES = new Set(['string', 'uid', 'email']);
const LONGEST = 255;
const MAX_INTEGER = 2_147_483_647;

/**
 * The middleware that refuses values which the columns of a plugin's content types cannot hold: those of another type,
 * too long a text, too large an integer, a day that does not exist. Strapi passes them on, and PostgreSQL's error is a
 * 500. Also refused is what does not match the `regex` of its attribute, which Strapi leaves to the publication: previews
 * show the links of drafts. Other rules of the schema, such as `required` and `maxLength`, stay with Strapi.
 *
 * Throws a ValidationError (400) that names each field.
 */
export const checkValues =
  (plugin: string): DocumentMiddleware =>
  (context, next) => {
    const data = writtenData(context);
    if (!data || !context.uid.startsWith(`plugin::${plugin}.`)) return next();
    const attributes = context.contentType.attributes as unknown as Record<string, Attribute>;
    const problems = Object.entries(data).flatMap(([name, value]) => {
      const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      const message = attribute && valueProblem(attribute, value);
      return message ? [{ path: [name], message: `${name}: ${message}`, name: 'ValidationError' }] : [];
    });
    if (problems.length === 0) return next();
    throw new errors.ValidationError(problems.map(({ message }) => message).join('; '), { errors: problems });
  };

/** What is wrong with a value for an attribute, in Vietnamese; null where its column can hold it. */
export function valueProblem(attribute: Attribute, value: unknown): string | null {
  const { type } = attribute;
  if (value === null || value === undefined) return null;
  if (TEXT_TYPES.has(type)) return textProblem(attribute, value);
  if (type === 'integer') return isInteger(value) ? null : `cần một số nguyên từ ${-MAX_INTEGER} đến ${MAX_INTEGER}`;
  if (type === 'boolean') return typeof value === 'boolean' ? null : 'cần true hoặc false';
  if (type === 'date') return isDay(value) ? null : 'cần một ngày có thật, dạng 2026-12-31';
  if (type === 'datetime') return isInstant(value) ? null : 'cần một thời điểm có thật, dạng 2026-12-31T08:00:00Z';
  // A form clears a choice by an empty string.
  if (type === 'enumeration') {
    return value === '' || attribute.enum?.includes(value as string)
      ? null
      : `cần một trong: ${attribute.enum?.join(', ')}`;
  }
  return null;
}

/** One of them matches each `regex` of the schemas. */
const EXAMPLES = ['https://thanhhoa.gov.vn/tin-tuc', '/tin-tuc/bai-viet'];

function textProblem({ type, column, regex }: Attribute, value: unknown): string | null {
  if (typeof value !== 'string') return 'cần một chuỗi ký tự';
  if (regex && value !== '' && !new RegExp(regex).test(value)) {
    const example = EXAMPLES.find((one) => new RegExp(regex).test(one));
    return ['không đúng dạng', ...(example ? [`ví dụ: ${example}`] : [])].join(', ');
  }
  if (!SHORT_TYPES.has(type) || column?.type || value.length <= LONGEST) return null;
  return [...writableText(value)].length > LONGEST ? `dài quá ${LONGEST} ký tự` : null;
}

/** Strapi also reads the digits of a string; it reads an empty one as no value. */
const isInteger = (value: unknown): boolean =>
  value === '' ||
  ((typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value))) &&
    Number.isInteger(Number(value)) &&
    Math.abs(Number(value)) <= MAX_INTEGER);

/** A day of the calendar, perhaps followed by a time of day. */
function isDay(value: unknown): boolean {
  if (value instanceof Date) return isYearOfColumn(value);
  if (typeof value !== 'string') return false;
  const [day = ''] = /^\d{4}-\d{2}-\d{2}/.exec(value) ?? [];
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day) && isYearOfColumn(time);
}

function isInstant(value: unknown): boolean {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && !isDay(value)) return false;
  if (!(value instanceof Date) && typeof value !== 'string' && typeof value !== 'number') return false;
  return isYearOfColumn(new Date(value));
}

/** Four digits: what the contract and the forms show. */
const isYearOfColumn = (time: Date): boolean => time.getUTCFullYear() >= 1 && time.getUTCFullYear() <= 9999;
