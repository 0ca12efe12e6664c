import type { Core, UID } from '@strapi/strapi';
import type { Ability } from './permissions';

/** What a person can be permitted to do with a document, by the content manager's names. */
export type DocumentPermission = 'read' | 'create' | 'update' | 'delete' | 'publish';

/** The content manager's answers about a person's permissions on a type. */
type PermissionChecker = {
  can: Record<DocumentPermission, (row?: object | null, field?: string) => boolean>;
  /** Whether a permission depends on the row. */
  requiresEntity: Record<DocumentPermission, () => boolean>;
  cannot: Record<DocumentPermission, (row?: object) => boolean>;
  sanitizedQuery: Record<DocumentPermission, (query: object) => Promise<object>>;
};

type PopulateBuilder = { populateFromQuery(query: object): { build(): Promise<object | undefined> } };

type FindOptions = { populate?: object; locale?: string };
type FindLocalesOptions = { populate?: object; isPublished?: boolean };
type DocumentManager = {
  findOne(documentId: string, uid: string, options: FindOptions): Promise<object | null>;
  findLocales(ids: unknown, uid: string, options: FindLocalesOptions): Promise<unknown[]>;
};

export const permissionChecker = (strapi: Core.Strapi, ability: Ability, uid: string): PermissionChecker =>
  strapi.plugin('content-manager').service('permission-checker').create({ userAbility: ability, model: uid });

/**
 * What must be populated before the conditions of a person's role can be evaluated on a row: without it none holds.
 * Empty for a permission that the person has on no row.
 */
export async function conditionPopulate(
  strapi: Core.Strapi,
  checker: PermissionChecker,
  permission: DocumentPermission,
  uid: string,
): Promise<object | undefined> {
  const query = checker.cannot[permission]() ? {} : await checker.sanitizedQuery[permission]({});
  const builder = strapi.plugin('content-manager').service('populate-builder') as unknown as (
    uid: string,
  ) => PopulateBuilder;
  return builder(uid).populateFromQuery(query).build();
}

/** The ids of the rows of a type that a person may read: a SQL query for a larger statement, with its bindings. */
export async function readableRows(
  strapi: Core.Strapi,
  ability: Ability,
  uid: string,
): Promise<{ sql: string; bindings: readonly unknown[] }> {
  const query = (await permissionChecker(strapi, ability, uid).sanitizedQuery.read({})) as { filters?: object };
  const { where } = strapi.get('query-params').transform(uid as UID.ContentType, { filters: query.filters });
  return strapi.db.queryBuilder(uid).select('id').where(where).getKnexQuery().toSQL();
}

/** A document as the panel reads it; null where it does not exist. */
export const findDocument = (
  strapi: Core.Strapi,
  documentId: string,
  uid: string,
  options: FindOptions,
): Promise<object | null> =>
  strapi.plugin('content-manager').service('document-manager').findOne(documentId, uid, options);

/**
 * Changes what bulk unpublishing populates. Strapi (5.54) reads the rows of that action, unlike those of all others,
 * without populating what conditions look at, and so refuses people their own documents. This is the only call of
 * `findLocales` for published rows; what it populates is only checked, and not sent. To be called in `register`.
 *
 * @param populate returns what to populate; undefined leaves the call as it is
 */
export function populateBulkUnpublish(
  strapi: Core.Strapi,
  populate: (uid: string) => Promise<object | undefined>,
): void {
  strapi.get('services').extend('plugin::content-manager.document-manager', (manager: DocumentManager) => ({
    ...manager,
    async findLocales(ids: unknown, uid: string, options: FindLocalesOptions) {
      const isBulkUnpublish = options.isPublished && !options.populate;
      const populated = isBulkUnpublish ? await populate(uid) : undefined;
      return manager.findLocales(ids, uid, populated ? { ...options, populate: populated } : options);
    },
  }));
}

/** A `uid` attribute in a locale; without a locale in all of them. */
export type SlugQuery = { contentTypeUID: string; field: string; locale?: string };

type SlugService = Record<'findUniqueUID' | 'checkUIDAvailability', (query: SlugQuery & { value: string }) => unknown>;

/**
 * Changes against what the panel checks a slug, and what it proposes. Strapi compares with every draft of the type. To be
 * called in `register`.
 *
 * @param takenSlugs the slugs of the candidates that are taken; null leaves the check to Strapi
 */
export function limitSlugChecks(
  strapi: Core.Strapi,
  takenSlugs: (query: SlugQuery, candidates: string[]) => Promise<Set<string> | null>,
): void {
  strapi.get('services').extend('plugin::content-manager.uid', (service: SlugService) => ({
    ...service,
    async checkUIDAvailability(query: SlugQuery & { value: string }) {
      const taken = await takenSlugs(query, [query.value]);
      return taken ? !taken.has(query.value) : service.checkUIDAvailability(query);
    },
    async findUniqueUID(query: SlugQuery & { value: string }) {
      for (let first = 1; ; first += 50) {
        const candidates = Array.from({ length: 50 }, (_, index) => numbered(query.value, first + index));
        const taken = await takenSlugs(query, candidates);
        if (!taken) return service.findUniqueUID(query);
        const free = candidates.find((candidate) => !taken.has(candidate));
        if (free) return free;
      }
    },
  }));
}

const numbered = (slug: string, number: number) => (number === 1 ? slug : `${slug}-${number}`);
