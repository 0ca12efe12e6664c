import { errors } from '@strapi/utils';
import type { Context } from 'koa';

/** What names rows by number in bodies of the panel's, the media library's and i18n's routes. */
const NAMES = ['id', 'ids', 'roles', 'parent', 'fileIds', 'folderIds', 'destinationFolderId'];

const LARGEST = 2_147_483_647;

/**
 * The policy of Strapi's routes that name rows by number: that it is one. Strapi asks the database with whatever is sent,
 * whose refusal names no field, or the statement.
 */
export const rowNumbers = ({ params, request }: Context) => {
  const { query, body } = request as { query: { id?: unknown }; body?: unknown };
  assertNumber('id', params.id);
  assertNumber('id', query.id);
  const sent = Object(body) as Record<string, unknown>;
  for (const name of NAMES) for (const value of [sent[name]].flat()) assertNumber(name, value);
  return true;
};

function assertNumber(name: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (/^\d{1,10}$/.test(String(value)) && Number(value) <= LARGEST) return;
  throw new errors.ValidationError(`${name}: cần số của một mục, từ 1 đến ${LARGEST}`);
}
