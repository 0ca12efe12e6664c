import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { permissionChecker } from '../../../../../strapi-internals/content-manager';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { watchedTypes } from '../watched-types';
import { FILE } from './changed-relations';
import { assertFilterShape } from './filter-shape';
import { attributeOf, targetOf } from './type-attributes';

type Query = Record<string, unknown>;
type Rules = { strapi: Core.Strapi; ability: Ability };

/** What Strapi shows of the person who created a row, and of a file in a form. */
const SHOWN = new Map([
  ['admin::user', new Set(['firstname', 'lastname', 'username'])],
  [FILE, new Set(['name', 'ext', 'mime', 'alternativeText', 'caption'])],
]);

const IDS = new Set(['id', 'documentId']);

/** A key of Strapi's own in the filters of a list: draft, published or modified. */
const STATUS = '__status';

/** `page` and `pageSize`: more rows than any page of the panel asks for. */
const MAX_PAGE = 2_147_483_647;
const MAX_PAGE_SIZE = 1_000;
const MAX_DEPTH = 12;
/** Paths of a sort; Strapi joins a table for each, in time that grows with the square of their number. */
const MAX_SORT_PATHS = 20;

/** Types whose rows hold more than every role may read: the desk's own, accounts, roles, tokens, files and folders. */
const isGuardedType = (strapi: Core.Strapi, uid: string): boolean =>
  uid.startsWith('admin::') || uid.startsWith('plugin::upload.') || watchedTypes(strapi).has(uid);

/**
 * Checks that a query of a list names only attributes of the type itself, and through a relation only what the person
 * may read of every row of the target: an answer with and without rows would otherwise reveal e-mail addresses, hashes
 * of passwords and drafts of other agencies. Strapi checks the first step of a path only. Types of a host app are left to
 * Strapi until a path enters a guarded type.
 *
 * @throws PolicyError (403) that names the path; ValidationError (400) for a value that its column cannot hold
 */
export function assertPlainQuery(strapi: Core.Strapi, ability: Ability, uid: string, query: Query): void {
  const rules = { strapi, ability };
  checkNumber('page', query.page, MAX_PAGE);
  checkNumber('pageSize', query.pageSize, MAX_PAGE_SIZE);
  if (!strapi.contentTypes[uid as UID.ContentType]) return;
  if (isGuardedType(strapi, uid)) {
    for (const name of ['populate', 'fields'] as const) if (query[name] !== undefined) throw refusal([name]);
  }
  checkFilters(rules, uid, query.filters, []);
  assertFilterShape(strapi, uid, query.filters);
  assertSearchText(query._q);
  for (const path of boundedSort(query.sort)) checkPath(rules, uid, path);
}

/**
 * Checks a query of the media library's lists: that a sort names few attributes, that it, `fields` and the filters name
 * values of the type itself alone, and that filters and the search are of the right shape.
 *
 * @param above the relation to the folder above, whose `id` the panel filters by; no other relation is admitted
 * @throws ValidationError (400), PolicyError (403) for a relation, that name what is wrong
 */
export function assertLibraryQuery(strapi: Core.Strapi, uid: string, above: string, query: Query): void {
  const isValue = ([name = '', ...rest]: string[]) => {
    const attribute = attributeOf(strapi, uid, name);
    return rest.length === 0 && attribute !== undefined && targetOf(attribute) === null;
  };
  for (const path of boundedSort(query.sort)) {
    if (!isValue(path)) throw unsortable(path);
  }
  for (const name of [query.fields ?? []].flat().flatMap((names) => String(names).split(','))) {
    if (name !== '*' && !isValue([name])) throw new errors.ValidationError(`fields: không có “${readable([name])}”`);
  }
  assertOwnFilters(strapi, uid, above, query.filters, []);
  assertFilterShape(strapi, uid, query.filters);
  assertSearchText(query._q);
}

function assertOwnFilters(strapi: Core.Strapi, uid: string, above: string, filters: unknown, path: string[]): void {
  if (typeof filters !== 'object' || filters === null) return;
  if (path.length > MAX_DEPTH) throw refusal(path);
  for (const [key, value] of Object.entries(filters)) {
    const here = [...path, key];
    if (key.startsWith('$') || /^\d+$/.test(key)) {
      assertOwnFilters(strapi, uid, above, value, here);
      continue;
    }
    const attribute = attributeOf(strapi, uid, key);
    if (!attribute) throw refusal(here);
    if (targetOf(attribute) === null) continue;
    const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    if (key !== above || names.length !== 1 || names[0] !== 'id') throw refusal([...here, ...names.slice(0, 1)]);
  }
}

function assertSearchText(text: unknown): void {
  if (text !== undefined && typeof text !== 'string') throw new errors.ValidationError('_q: cần một chuỗi ký tự');
}

function boundedSort(sort: unknown): string[][] {
  const paths = sortPaths(sort);
  if (paths.length > MAX_SORT_PATHS) throw new errors.ValidationError(`sort: nhiều nhất ${MAX_SORT_PATHS} trường`);
  return paths;
}

function checkFilters(rules: Rules, uid: string, filters: unknown, path: string[]): void {
  if (typeof filters !== 'object' || filters === null) return;
  if (path.length > MAX_DEPTH) throw refusal(path);
  for (const [key, value] of Object.entries(filters)) {
    const here = [...path, key];
    // An operator, or the place in a list: what stands below it is of the same type.
    if (key.startsWith('$') || /^\d+$/.test(key)) {
      checkFilters(rules, uid, value, here);
      continue;
    }
    const attribute = attributeOf(rules.strapi, uid, key);
    if (!attribute) {
      if (isGuardedType(rules.strapi, uid) && key !== STATUS) throw refusal(here);
      continue;
    }
    const target = targetOf(attribute);
    if (target === null) {
      if (attribute.type === 'integer') checkIntegers(key, value);
      continue;
    }
    checkTarget(rules, target, value, here);
  }
}

/** What a filter names below a relation: operators, and attributes of the target. */
function checkTarget(rules: Rules, target: string, value: unknown, path: string[]): void {
  if (!isGuardedType(rules.strapi, target)) return checkFilters(rules, target, value, path);
  if (typeof value !== 'object' || value === null) return;
  if (path.length > MAX_DEPTH) throw refusal(path);
  for (const [key, below] of Object.entries(value)) {
    if (key.startsWith('$') || /^\d+$/.test(key)) checkTarget(rules, target, below, [...path, key]);
    else if (!isShown(rules, target, key)) throw refusal([...path, key]);
    else if (attributeOf(rules.strapi, target, key)?.type === 'integer') checkIntegers([...path, key].join('.'), below);
  }
}

function checkPath(rules: Rules, uid: string, [first = '', ...rest]: string[], path: string[] = []): void {
  const here = [...path, first];
  const attribute = attributeOf(rules.strapi, uid, first);
  // `status` is Strapi's own order of a list.
  if (!attribute) {
    if (isGuardedType(rules.strapi, uid) && first !== 'status') throw refusal(here);
    return;
  }
  const target = targetOf(attribute);
  if (rest.length === 0) return;
  if (target === null) throw unsortable([...here, ...rest]);
  if (!isGuardedType(rules.strapi, target)) return checkPath(rules, target, rest, here);
  if (rest.length > 1 || !isShown(rules, target, rest[0]!)) throw refusal([...here, ...rest]);
}

/** Whether a person may read this attribute of every row of a guarded type. Nothing beyond a second relation is. */
function isShown({ strapi, ability }: Rules, uid: string, name: string): boolean {
  if (IDS.has(name)) return true;
  const attribute = attributeOf(strapi, uid, name);
  if (!attribute || targetOf(attribute) !== null) return false;
  const shown = SHOWN.get(uid);
  if (shown) return shown.has(name);
  if (!watchedTypes(strapi).has(uid)) return false;
  const checker = permissionChecker(strapi, ability, uid);
  return checker.can.read(null, name) && !checker.requiresEntity.read();
}

/** The paths of a sort: `title:ASC,agency.name`, a list of such, or an object. */
function sortPaths(sort: unknown, path: string[] = []): string[][] {
  if (typeof sort === 'string') {
    const parts = path.length > 0 && /^(asc|desc)$/i.test(sort.trim()) ? [''] : sort.split(',');
    return parts.map((part) => [...path, ...part.split(':')[0]!.trim().split('.')].filter((name) => name !== ''));
  }
  if (typeof sort !== 'object' || sort === null) return [];
  if (path.length > MAX_DEPTH) throw refusal(path);
  return Object.entries(sort).flatMap(([key, value]) =>
    sortPaths(value, /^\d+$/.test(key) ? path : [...path, ...key.split('.')]),
  );
}

function checkNumber(name: string, value: unknown, max: number): void {
  if (value === undefined) return;
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (!(number >= 1 && number <= max)) throw new errors.ValidationError(`${name}: cần một số nguyên từ 1 đến ${max}`);
}

function checkIntegers(name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [operator, below] of Object.entries(value)) {
      if (operator !== '$null' && operator !== '$notNull') checkIntegers(name, below);
    }
    return;
  }
  const isInteger = /^-?\d{1,10}$/.test(String(value)) && Math.abs(Number(value)) <= MAX_PAGE;
  if (!isInteger) throw new errors.ValidationError(`${name}: cần một số nguyên`);
}

const readable = (path: string[]) => path.filter((key) => /^\$?\w{1,50}$/.test(key)).join('.');

const unsortable = (path: string[]) => new errors.ValidationError(`sort: không sắp xếp được theo “${readable(path)}”`);

const refusal = (path: string[]) => new errors.PolicyError(`Không lọc hay sắp xếp được theo “${readable(path)}”.`);
