import type { Core } from '@strapi/strapi';

type Data = Record<string, unknown>;
type Row = Data & { documentId: string; slug: string };
type Documents = Record<'create' | 'update' | 'publish' | 'unpublish' | 'delete', (params: Data) => Promise<Row>> & {
  clone(params: Data): Promise<{ entries: [Row, ...Row[]] }>;
};

/** The document service of a content type, for data of any shape. */
export const documentsOf = (strapi: Core.Strapi) => (uid: string) =>
  (strapi.documents as unknown as (uid: string) => Documents)(uid);

/** The field and the message of the one problem for which a write is refused: `slug: “Đường dẫn” …`. */
export async function refusalOf(writing: Promise<unknown>): Promise<string> {
  const error = await writing.then(
    () => expect('the write').toBe('refused'),
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'ValidationError' });
  const { details, message } = error as { details: { errors: { path: string[]; message: string }[] }; message: string };
  expect(details.errors.map((problem) => problem.message)).toEqual([message]);
  return `${details.errors[0]!.path.join('.')}: ${message}`;
}
