import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Ability } from '../../../../../strapi-internals/permissions';
import { toNfc } from '../../../../../vietnamese';
import { DIRECTIVE } from '../directives/complete-directive';
import { listProblems } from '../json-values';

const LONGEST_LIST = 1_000_000;
const MOST_FILES = 2_000;
const LONGEST_NAME = 500;
const TOO_LONG = `Tên tệp quá dài: nhiều nhất ${LONGEST_NAME} ký tự`;

const body = z.strictObject({
  csv: z.string().max(LONGEST_LIST, `Danh sách quá dài: nhiều nhất ${LONGEST_LIST.toLocaleString('vi')} ký tự`),
  /** The files beside the list, by name; without an id in a trial. */
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(LONGEST_NAME, TOO_LONG), id: z.int().min(1).optional() }))
    .max(MOST_FILES, `Nhiều tệp quá: nhiều nhất ${MOST_FILES.toLocaleString('vi')} tệp một lần. Hãy chia ra nhiều lần`),
  isTrial: z.boolean(),
});

/** Directives from a list, by people of the panel: with their own permissions, as any write. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** POST /public-record/directive-imports: csv, files, isTrial. Refused cells are in the answer; then nothing is written. */
  async create(ctx: Context) {
    const request = body.safeParse((ctx.request as { body?: unknown }).body);
    if (!request.success) throw new errors.ValidationError(listProblems(request.error.issues));
    const { csv, files, isTrial } = request.data;
    const reader: Ability = ctx.state.userAbility;
    const actions = ['create', 'read'].map((action) => `plugin::content-manager.explorer.${action}`);
    if (!actions.every((action) => reader.can(action, DIRECTIVE))) throw new errors.PolicyError();
    const ids = new Map(files.flatMap(({ name, id }) => (id === undefined ? [] : [[toNfc(name), id] as const])));
    const names = isTrial ? files.map(({ name }) => toNfc(name)) : [...ids.keys()];
    const folder = { names, store: async () => ids };
    ctx.body = {
      data: await strapi.plugin('public-record').service('import').fromCsv(csv, folder, { isTrial, reader }),
    };
  },
});
