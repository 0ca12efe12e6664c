import type policies from '../policies';

type PolicyName = keyof typeof policies;

/**
 * What guards a route of Strapi itself:
 * - `public`: answered before anyone is signed in;
 * - `signed-in`: Strapi requires a signed-in user, and its controller the permissions that it needs;
 * - `permission`: Strapi's route requires a permission;
 * - `admin::…`, `plugin::…`: a permission that the desk requires, and Strapi does not;
 * - `api-token`, `transfer-token`: a token with a permission for the route;
 * - `pipeline`: it writes through the document service, where the write pipeline decides;
 * - the name of a policy of the desk, which is added to the route;
 * - `closed`: refused, since no role needs it; the option `hostRoutes` opens it for a host app;
 * - `answer`: the route answers this and does nothing; for what the panel requests of features that the desk closes;
 * - `controller`: the desk's own controller answers instead of Strapi's.
 */
export type RouteGuard =
  | 'public'
  | 'signed-in'
  | 'permission'
  | `admin::${string}.${string}`
  | `plugin::${string}.${string}`
  | 'api-token'
  | 'transfer-token'
  | 'pipeline'
  | 'closed'
  | Exclude<PolicyName, 'refuse-route' | 'plain-query' | 'row-numbers'>
  | { answer: unknown }
  | { controller: string };

/** Every route that Strapi 5.54 Community has, by method and path. A route of Strapi that is not here is refused. */
export const STRAPI_ROUTES: Readonly<Record<string, RouteGuard>> = {
  // core
  'GET /': 'public',
  'GET /((?!uploads/).+)': 'public',

  // admin
  'GET /admin/init': 'public',
  'GET /admin/project-settings': 'permission',
  'POST /admin/project-settings': 'permission',
  'GET /admin/project-type': 'public',
  'GET /admin/information': 'signed-in',
  'GET /admin/telemetry-properties': 'signed-in',
  'GET /admin/plugins': 'permission',
  'GET /admin/license-trial-time-left': 'closed',
  'GET /admin/guided-tour-meta': { answer: { data: { isFirstSuperAdminUser: false, schemas: {} } } },
  'POST /admin/login': 'public',
  'POST /admin/access-token': 'public',
  'POST /admin/register-admin': 'public',
  'GET /admin/registration-info': 'public',
  'POST /admin/register': 'public',
  'POST /admin/forgot-password': 'public',
  'POST /admin/reset-password': 'public',
  'POST /admin/logout': 'signed-in',
  'GET /admin/permissions': 'admin::roles.read',
  'POST /admin/permissions/check': 'well-formed-body',
  'GET /admin/users/me': 'signed-in',
  'PUT /admin/users/me': 'signed-in',
  'GET /admin/users/me/permissions': 'signed-in',
  'GET /admin/users/me/sessions': 'signed-in',
  'DELETE /admin/users/me/sessions': 'signed-in',
  'DELETE /admin/users/me/sessions/:sessionId': 'signed-in',
  'POST /admin/users': 'permission',
  'GET /admin/users': 'permission',
  'GET /admin/users/:id': 'permission',
  'PUT /admin/users/:id': 'permission',
  'DELETE /admin/users/:id': 'permission',
  'POST /admin/users/batch-delete': 'permission',
  'GET /admin/roles/:id/permissions': 'permission',
  'PUT /admin/roles/:id/permissions': 'permission',
  'GET /admin/roles/:id': 'permission',
  'GET /admin/roles': 'permission',
  'POST /admin/roles': 'permission',
  'PUT /admin/roles/:id': 'permission',
  'DELETE /admin/roles/:id': 'permission',
  'POST /admin/roles/batch-delete': 'permission',
  'GET /admin/webhooks': 'permission',
  'POST /admin/webhooks': 'closed',
  'GET /admin/webhooks/:id': 'permission',
  'PUT /admin/webhooks/:id': 'closed',
  'DELETE /admin/webhooks/:id': 'permission',
  'POST /admin/webhooks/batch-delete': 'permission',
  'POST /admin/webhooks/:id/trigger': 'closed',
  'POST /admin/api-tokens': 'permission',
  'GET /admin/api-tokens': 'permission',
  'DELETE /admin/api-tokens/:id': 'permission',
  'GET /admin/api-tokens/:id': 'permission',
  'PUT /admin/api-tokens/:id': 'permission',
  'POST /admin/api-tokens/:id/regenerate': 'permission',
  'POST /admin/admin-tokens': 'permission',
  'GET /admin/admin-tokens': 'permission',
  'DELETE /admin/admin-tokens/:id': 'permission',
  'GET /admin/admin-tokens/:id': 'permission',
  'PUT /admin/admin-tokens/:id': 'permission',
  'POST /admin/admin-tokens/:id/regenerate': 'permission',
  'GET /admin/admin-tokens/:id/owner-permissions': 'permission',
  'GET /admin/content-api/permissions': 'admin::api-tokens.read',
  'GET /admin/content-api/routes': 'admin::api-tokens.read',
  'GET /admin/transfer/runner/push': 'closed',
  'GET /admin/transfer/runner/pull': 'closed',
  'POST /admin/transfer/tokens': 'closed',
  'GET /admin/transfer/tokens': 'permission',
  'DELETE /admin/transfer/tokens/:id': 'permission',
  'GET /admin/transfer/tokens/:id': 'permission',
  'PUT /admin/transfer/tokens/:id': 'closed',
  'POST /admin/transfer/tokens/:id/regenerate': 'closed',
  'GET /admin/homepage/key-statistics': { controller: 'home.keyStatistics' },
  'GET /admin/homepage/layout': 'signed-in',
  'PUT /admin/homepage/layout': 'well-formed-body',
  'GET /admin/ai-usage': 'closed',
  'GET /admin/ai-token': 'closed',
  'GET /admin/ai-feature-config': { answer: { data: {} } },

  // content-manager
  'GET /content-manager/init': 'signed-in',
  'GET /content-manager/content-types': 'signed-in',
  'GET /content-manager/content-types-settings': 'signed-in',
  'GET /content-manager/content-types/:uid/configuration': 'signed-in',
  'PUT /content-manager/content-types/:uid/configuration': 'signed-in',
  'GET /content-manager/components': 'signed-in',
  'GET /content-manager/components/:uid/configuration': 'signed-in',
  'PUT /content-manager/components/:uid/configuration': 'plugin::content-manager.components.configure-layout',
  'POST /content-manager/uid/generate': 'can-write-slugs',
  'POST /content-manager/uid/check-availability': 'can-write-slugs',
  'GET /content-manager/relations/:model/:targetField': 'can-read-documents',
  'GET /content-manager/relations/:model/:id/:targetField': 'can-read-documents',
  'GET /content-manager/single-types/:model': 'permission',
  'PUT /content-manager/single-types/:model': 'pipeline',
  'DELETE /content-manager/single-types/:model': 'pipeline',
  'POST /content-manager/single-types/:model/actions/publish': 'pipeline',
  'POST /content-manager/single-types/:model/actions/unpublish': 'pipeline',
  'POST /content-manager/single-types/:model/actions/discard': 'pipeline',
  'GET /content-manager/single-types/:model/actions/countDraftRelations': 'permission',
  'GET /content-manager/collection-types/:model': 'permission',
  'POST /content-manager/collection-types/:model': 'pipeline',
  'POST /content-manager/collection-types/:model/clone/:sourceId': 'pipeline',
  'POST /content-manager/collection-types/:model/auto-clone/:sourceId': 'pipeline',
  'GET /content-manager/collection-types/:model/:id': 'can-read-documents',
  'PUT /content-manager/collection-types/:model/:id': 'pipeline',
  'DELETE /content-manager/collection-types/:model/:id': 'pipeline',
  'POST /content-manager/collection-types/:model/actions/publish': 'pipeline',
  'POST /content-manager/collection-types/:model/:id/actions/publish': 'pipeline',
  'POST /content-manager/collection-types/:model/:id/actions/unpublish': 'pipeline',
  'POST /content-manager/collection-types/:model/:id/actions/discard': 'pipeline',
  'POST /content-manager/collection-types/:model/actions/bulkDelete': 'pipeline',
  'POST /content-manager/collection-types/:model/actions/bulkFindForValidation': 'can-read-documents',
  'POST /content-manager/collection-types/:model/actions/bulkPublish': 'pipeline',
  'POST /content-manager/collection-types/:model/actions/bulkUnpublish': 'pipeline',
  'GET /content-manager/collection-types/:model/:id/actions/countDraftRelations': 'permission',
  'GET /content-manager/collection-types/:model/actions/countManyEntriesDraftRelations': 'can-read-documents',
  'GET /content-manager/preview/url/:contentType': 'can-read-documents',
  'GET /content-manager/preview/script': 'public',
  'GET /content-manager/homepage/recent-documents': 'signed-in',
  'GET /content-manager/homepage/count-documents': { controller: 'home.countDocuments' },

  // content-type-builder
  'GET /content-type-builder/reserved-names': 'permission',
  'GET /content-type-builder/content-types': 'permission',
  'GET /content-type-builder/content-types/:uid': 'permission',
  'POST /content-type-builder/content-types': 'in-development',
  'PUT /content-type-builder/content-types/:uid': 'in-development',
  'DELETE /content-type-builder/content-types/:uid': 'in-development',
  'GET /content-type-builder/components': 'permission',
  'GET /content-type-builder/components/:uid': 'permission',
  'POST /content-type-builder/components': 'in-development',
  'PUT /content-type-builder/components/:uid': 'in-development',
  'DELETE /content-type-builder/components/:uid': 'in-development',
  'PUT /content-type-builder/component-categories/:name': 'in-development',
  'DELETE /content-type-builder/component-categories/:name': 'in-development',
  'GET /content-type-builder/schema': 'permission',
  'POST /content-type-builder/update-schema': 'in-development',
  'GET /content-type-builder/update-schema-status': 'permission',
  'GET /api/content-type-builder/content-types': 'closed',
  'GET /api/content-type-builder/content-types/:uid': 'closed',
  'GET /api/content-type-builder/components': 'closed',
  'GET /api/content-type-builder/components/:uid': 'closed',

  // email
  'POST /email': 'closed',
  'POST /email/test': 'well-formed-body',
  'GET /email/settings': 'permission',
  'POST /email/verify': 'permission',
  'POST /api/email': 'closed',

  // upload
  'GET /uploads/(.*)': 'public',
  'GET /upload/settings': 'permission',
  'PUT /upload/settings': 'permission',
  'POST /upload': 'can-upload',
  'POST /upload/actions/upload-from-urls': 'closed',
  'GET /upload/files': 'own-attributes',
  'POST /upload/files': 'can-upload',
  'GET /upload/files/:id': 'permission',
  'PUT /upload/files/:id': 'can-upload',
  'POST /upload/files/:id/replace': 'can-upload',
  'DELETE /upload/files/:id': 'permission',
  'GET /upload/folders/:id': 'no-relation-queries',
  'GET /upload/folders': 'no-relation-queries',
  'POST /upload/folders': 'permission',
  'PUT /upload/folders/:id': 'permission',
  'GET /upload/folder-structure': 'permission',
  'POST /upload/actions/bulk-delete': 'can-edit-files',
  'POST /upload/actions/bulk-move': 'can-edit-files',
  'POST /upload/actions/bulk-update': 'permission',
  'POST /upload/actions/generate-ai-metadata': 'closed',
  'POST /upload/ai-metadata-jobs': 'closed',
  'GET /upload/ai-metadata-jobs/latest': 'closed',
  'GET /upload/ai-metadata-jobs/pending-count': 'closed',
  'POST /api/upload': 'token-can-write',
  'GET /api/upload/files': 'own-attributes',
  'GET /api/upload/files/page': 'own-attributes',
  'GET /api/upload/files/:id': 'own-attributes',
  'DELETE /api/upload/files/:id': 'token-can-write',
  'GET /upload/configuration': 'signed-in',
  'PUT /upload/configuration': 'permission',

  // i18n
  'GET /i18n/iso-locales': 'permission',
  'GET /i18n/locales': 'signed-in',
  'POST /i18n/locales': 'permission',
  'PUT /i18n/locales/:id': 'permission',
  'DELETE /i18n/locales/:id': 'empty-locale',
  'POST /i18n/content-manager/actions/get-non-localized-fields': 'can-read-documents',
  'GET /i18n/content-manager/get-fill-from-locale/:model': 'can-read-documents',
  'GET /i18n/settings': 'signed-in',
  'PUT /i18n/settings': 'closed',
  'GET /i18n/ai-localization-jobs/collection-types/:contentType/:documentId': { answer: { data: null } },
  'GET /i18n/ai-localization-jobs/single-types/:contentType': { answer: { data: null } },
  'GET /api/i18n/locales': 'api-token',
};
