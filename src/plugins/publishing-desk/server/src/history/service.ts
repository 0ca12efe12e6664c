import type { Core, Struct, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isLocalised } from '../../../../../strapi-internals/locales';
import { setByActions } from '../pipeline/protected-fields';
import { ARTICLE, OWNED } from '../watched-types';
import { changesOf, contentOf, type RecordedChange } from './queries';
import { restorableContent } from './restorable-content';

/** Above every id, which the queries read as a 32-bit integer. */
const MAX_ID = 2_147_483_647;

type Version = {
  content: Record<string, unknown>;
  revision: number;
  locale: string;
  /** Attributes that every language of the document has in common; empty while there is one language. */
  shared: string[];
  /** Attributes that a restore leaves as they are. */
  kept: string[];
};

/** The review, when an article is shown, and what the desk's own actions set. */
const keptBy = (type: string): string[] => [
  'reviewState',
  ...(type === ARTICLE ? ['publishedOn', 'updatedOn', 'expiresOn'] : []),
  ...setByActions(type),
];
type StoredVersion = Pick<Version, 'revision' | 'locale'> & { content: string };
type Row = Record<'by' | 'before' | 'after', string> & Omit<RecordedChange, 'by' | 'before' | 'after'>;

/** The history of documents, and the restoring of their versions. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Changes of a document in a locale, the newest first; those before the change with the id `before`, if given. */
  async changes(type: string, documentId: string, locale: string, before = MAX_ID): Promise<RecordedChange[]> {
    const { rows } = await strapi.db.connection.raw<{ rows: Row[] }>(changesOf, [type, documentId, locale, before]);
    return rows.map((row) => ({
      ...row,
      by: JSON.parse(row.by),
      before: JSON.parse(row.before),
      after: JSON.parse(row.after),
    }));
  },

  /** @throws NotFoundError (404) for a version that does not exist or was deleted by retention */
  async version(type: string, documentId: string, id: number): Promise<Version> {
    const { rows } = await strapi.db.connection.raw<{ rows: StoredVersion[] }>(contentOf, [type, documentId, id]);
    const [row] = rows;
    if (!row) throw new errors.NotFoundError('desk.no-version');
    const content = JSON.parse(row.content) as Version['content'];
    const names = Object.keys(content);
    return {
      ...row,
      content,
      shared: await sharedOf(strapi, type as UID.ContentType, documentId, names),
      kept: OWNED.has(type) ? names.filter((name) => keptBy(type).includes(name)) : [],
    };
  },

  /**
   * Writes a version back into the draft, as an update under the rules of every write. Left as they are: when it is
   * shown, its withdrawal and, but for `includeShared`, what it has in common with its other languages. Relations and
   * files that no longer exist are left out.
   */
  async restore(
    type: string,
    documentId: string,
    id: number,
    { includeShared }: { includeShared: boolean },
  ): Promise<{ documentId: string; locale: string }> {
    const { content, locale, shared, kept } = await this.version(type, documentId, id);
    const left = new Set([...kept, ...(includeShared ? [] : shared)]);
    const restored = Object.fromEntries(Object.entries(content).filter(([name]) => !left.has(name)));
    const { data } = await restorableContent(strapi, type as UID.ContentType, restored);
    await strapi
      .documents(type as UID.ContentType)
      .update({ documentId, ...(locale && { locale }), data: data as never });
    return { documentId, locale };
  },
});

/** Those of the attributes that are shared with another language of the document. */
async function sharedOf(strapi: Core.Strapi, type: UID.ContentType, documentId: string, names: string[]) {
  const model = strapi.contentType(type);
  if (!isLocalised(model)) return [];
  const rows = await strapi.db.query(type).findMany({ select: ['locale'], where: { documentId } });
  if (new Set(rows.map(({ locale }) => locale)).size < 2) return [];
  const attributes = model.attributes as Record<string, Pick<Struct.ContentTypeSchema, 'pluginOptions'>>;
  return names.filter((name) => attributes[name] && !isLocalised(attributes[name]));
}
