import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { attributeOf, type Attribute, targetOf } from './type-attributes';

type Place = { strapi: Core.Strapi; path: string[] };

/** Operators of Strapi's query builder for one attribute, each with the values that it takes. */
const COMPARES = new Set(['$eq', '$ne', '$in', '$notIn', '$gt', '$gte', '$lt', '$lte', '$between']);
const CASTS_TO_TEXT = new Set(['$eqi', '$nei', '$startsWithi', '$endsWithi', '$containsi', '$notContainsi']);
const OF_TEXT = new Set(['$startsWith', '$endsWith', '$contains', '$notContains']);
const OF_NOTHING = new Set(['$null', '$notNull']);

const TEXTS = new Set(['string', 'text', 'richtext', 'email', 'uid', 'enumeration']);
const NUMBERS = new Set(['integer', 'biginteger', 'decimal', 'float']);
const DAY = /^\d{4}-\d\d-\d\d/;
const INSTANT = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?$/;

/**
 * Checks that filters are what Strapi's query builder takes, which fails at anything else as an error of the server:
 * lists of conditions, operators that there are, and values that the column can be compared with.
 *
 * @throws ValidationError (400) that names the path
 */
export function assertFilterShape(strapi: Core.Strapi, uid: string, filters: unknown): void {
  if (filters === undefined) return;
  const place = { strapi, path: ['filters'] };
  if (Array.isArray(filters)) throw refusal(place.path);
  checkConditions(place, uid, filters);
}

function checkConditions({ strapi, path }: Place, uid: string, conditions: unknown): void {
  if (typeof conditions !== 'object' || conditions === null) throw refusal(path);
  for (const [key, value] of Object.entries(conditions)) {
    const here = { strapi, path: [...path, key] };
    if (Array.isArray(conditions) || key === '$not') checkConditions(here, uid, value);
    else if (key === '$and' || key === '$or') checkGroup(here, uid, value);
    else if (key.startsWith('$')) throw refusal(here.path);
    else checkAttribute(here, attributeOf(strapi, uid, key), value);
  }
}

function checkGroup(here: Place, uid: string, value: unknown): void {
  if (!Array.isArray(value)) throw refusal(here.path);
  checkConditions(here, uid, value);
}

function checkAttribute(here: Place, attribute: Attribute | undefined, value: unknown): void {
  // What is not an attribute is refused elsewhere, or is Strapi's own.
  if (!attribute) return;
  const target = targetOf(attribute);
  if (target === null) return checkComparison(here, attribute.type, value);
  if (!here.strapi.contentTypes[target as UID.ContentType]) return;
  const keys = isObject(value) ? Object.keys(value) : [];
  const operators = keys.filter((key) => key.startsWith('$'));
  if (operators.length > 1 || (operators.length === 1 && keys.length > 1)) throw refusal(here.path);
  const isOfRow = !isObject(value) || (operators.length === 1 && !['$and', '$or', '$not'].includes(operators[0]!));
  if (isOfRow) checkComparison(here, 'integer', value);
  else checkConditions(here, target, value);
}

function checkComparison(here: Place, type: string, value: unknown): void {
  if (!isObject(value)) return checkValues(here, type, value);
  for (const [operator, operand] of Object.entries(value)) {
    const within = { ...here, path: [...here.path, operator] };
    if (operator === '$not') checkComparison(within, type, operand);
    else if (OF_NOTHING.has(operator)) checkValues(within, 'text', operand);
    else if (CASTS_TO_TEXT.has(operator) || (OF_TEXT.has(operator) && TEXTS.has(type)))
      checkValues(within, 'text', operand);
    else if (COMPARES.has(operator) && !(operator === '$between' && [operand].flat().length !== 2))
      checkValues(within, type, operand);
    else throw refusal(within.path);
  }
}

function checkValues({ path }: Place, type: string, value: unknown): void {
  for (const one of [value].flat()) {
    if (one === null) continue;
    if (typeof one === 'object' || !isComparable(type, String(one))) throw refusal(path);
  }
}

function isComparable(type: string, text: string): boolean {
  if (NUMBERS.has(type)) return text.trim() !== '' && Number.isFinite(Number(text));
  if (type === 'date') return DAY.test(text) && isDay(text.slice(0, 10));
  if (type === 'datetime' || type === 'timestamp')
    return INSTANT.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
  return type !== 'time' || TIME.test(text);
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const refusal = (path: string[]) =>
  new errors.ValidationError(
    `${path.filter((key) => /^\$?\w{1,50}$/.test(key)).join('.')}: không phải điều kiện lọc đúng dạng`,
  );
