import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { callerLanguage } from '../../../../../strapi-internals/caller-language';
import { writableText } from '../../../../../vietnamese';
import { FILE } from '../permissions/changed-relations';

const FIELDS = ['credit', 'licence'] as const;

export type Credit = Partial<Record<(typeof FIELDS)[number], string | null>>;

const PROBLEMS = {
  vi: { text: 'cần một chuỗi ký tự', length: (most: number) => `dài quá ${most} ký tự` },
  en: { text: 'must be a text', length: (most: number) => `longer than ${most} characters` },
};

/**
 * Who made a file and under which licence it may be shown, as far as a request says so; null where it takes that away.
 *
 * @param info `fileInfo` of a request of the media library
 * @throws ValidationError (400) that names each field
 */
export function readCredit(strapi: Core.Strapi, info: Record<string, unknown>): Credit {
  const credit: Credit = {};
  const problems: { path: string[]; message: string; name: string }[] = [];
  for (const name of FIELDS) {
    if (info[name] === undefined) continue;
    const text = typeof info[name] === 'string' ? writableText(info[name]).trim() : info[name];
    const message = problemOf(strapi, name, text);
    if (message) problems.push({ path: [name], message: `${name}: ${message}`, name: 'ValidationError' });
    else credit[name] = (text as string | null) || null;
  }
  if (problems.length === 0) return credit;
  throw new errors.ValidationError(problems.map(({ message }) => message).join('; '), { errors: problems });
}

function problemOf(strapi: Core.Strapi, name: string, text: unknown): string | null {
  const attributes = strapi.contentTypes[FILE].attributes as unknown as Record<string, { maxLength: number }>;
  const { maxLength } = attributes[name]!;
  const say = PROBLEMS[callerLanguage(strapi)];
  if (text === null) return null;
  if (typeof text !== 'string') return say.text;
  return [...text].length > maxLength ? say.length(maxLength) : null;
}
