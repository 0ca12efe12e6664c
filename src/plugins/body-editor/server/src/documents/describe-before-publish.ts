import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { describePictures, undescribedPictures } from '../../../../../body/figures';
import { isPublish } from '../../../../../documents/written-data';
import { currentRequest } from '../../../../../strapi-internals/request-caller';
import type { BodyService } from '../services/body';
import { type Attributes, bodyFields } from './body-fields';

type Row = Record<string, unknown>;
type Params = { documentId?: string; locale?: unknown; data?: Row | null };
type Documents = (uid: string) => { findMany(params: object): Promise<Row[]> };

const actsForAPerson = (strapi: Core.Strapi) => Boolean(currentRequest(strapi)?.state?.user);

/** The drafts that Strapi itself takes for these locales: one, several, `*`, or the default one. */
const drafts = (strapi: Core.Strapi, uid: string, { documentId, locale }: Params, fields: string[]): Promise<Row[]> =>
  (strapi.documents as unknown as Documents)(uid).findMany({
    filters: { documentId },
    ...(locale ? { locale } : {}),
    status: 'draft',
    fields: [...fields, 'locale'],
  });

/** The rows to publish: the data of the write, completed from the draft. */
async function rowsToPublish(strapi: Core.Strapi, uid: string, action: string, params: Params, fields: string[]) {
  const data = action === 'publish' ? {} : (params.data ?? {});
  const missing = fields.filter((name) => data[name] === undefined);
  if (action === 'create' || missing.length === 0) return [data];
  const rows = await drafts(strapi, uid, params, missing);
  return rows.length > 0 ? rows.map((row) => ({ ...data, ...row })) : [data];
}

/**
 * Why these rows cannot be published: an error for each field of a row whose pictures lack a description. With
 * several rows each error names its row's locale.
 */
export function undescribedErrors(service: BodyService, fields: string[], rows: readonly Row[]) {
  return rows.flatMap((row) =>
    fields.flatMap((field) => {
      const checked = row[field] == null ? undefined : service.check(row[field]);
      const pictures = checked?.ok ? undescribedPictures(checked.body) : [];
      if (pictures.length === 0) return [];
      const locale = rows.length > 1 ? ` (${String(row.locale)})` : '';
      const message = `Trường “${field}”${locale}: ${describePictures(pictures)}`;
      return [{ path: [field], name: 'ValidationError', message }];
    }),
  );
}

/**
 * The document-service middleware: a person cannot publish a picture without a text alternative.
 * Machines (the importer, the command line, the sample) can: the pictures of an old page stay undescribed until an
 * editor next publishes it. It runs after `bodyOnWrite`, whose data is checked.
 */
export const describeBeforePublish =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const params = context.params as Params;
    const fields = bodyFields(context.contentType.attributes as Attributes);
    if (fields.length === 0 || !isPublish(context) || !actsForAPerson(strapi)) return next();

    const rows = await rowsToPublish(strapi, context.uid, context.action, params, fields);
    const problems = undescribedErrors(strapi.plugin('body-editor').service('body'), fields, rows);
    if (problems.length > 0) {
      // The panel joins `path` and shows the message at the field.
      throw new errors.ValidationError(problems.map(({ message }) => message).join(' '), { errors: problems });
    }
    return next();
  };
