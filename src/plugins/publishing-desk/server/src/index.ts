import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import { registerSchema } from '../../../../postgres/plugin-schema';
import { replaceLoggedAddresses } from '../../../../strapi-internals/request-log';
import { settleValidations } from '../../../../strapi-internals/validation';
import { addAgencyAttribute } from './agencies/agency-attribute';
import { recordAccountEvents } from './audit/account-events';
import { dropExpiredDaily } from './audit/retention';
import config, { parseOptions } from './config';
import controllers from './controllers';
import { mendDatabaseFailures } from './database-failures';
import { addFileAgency, fillFileAgency } from './files/file-agency';
import { guardFiles } from './files/guard-files';
import { limitFolders, limitFolderChanges } from './files/limit-folders';
import { showTokensPublicFiles } from './files/shown-to-tokens';
import { addRevisionAttribute } from './history/revision-attribute';
import { storeLinksAsHashes } from './invitations/one-time-links';
import { repairBulkUnpublish } from './permissions/bulk-unpublish';
import { registerConditions } from './permissions/conditions';
import { guardRoutes } from './permissions/guard-routes';
import { registerActions } from './permissions/register-actions';
import { limitSlugsToReadable } from './permissions/slug-checks';
import policies from './policies';
import { loggedAddress } from './request-log/logged-address';
import { addReviewStateAttribute } from './review/review-state';
import { ensureRolesAtBoot } from './roles/ensure-roles-at-boot';
import routes from './routes';
import { schema } from './schema';
import services from './services';
import { guardSignIn } from './sign-in/guard-sign-in';
import { recordPastHours } from './sign-in/refused-sign-ins';
import { showPublishedInLists } from './withdrawal/published-fields';
import { REQUIRED_PLUGINS, watchedTypes } from './watched-types';
import { writePipeline } from './write-pipeline';

let assertRoutesGuarded: (() => void) | undefined;
/** Called when this Strapi ends. */
const cleanups: (() => void)[] = [];

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'publishing-desk', REQUIRED_PLUGINS);
    registerSchema(strapi, () => schema);
    cleanups.push(settleValidations(strapi));
    strapi.server.use(recordAccountEvents(strapi));
    guardSignIn(strapi);
    replaceLoggedAddresses(strapi, loggedAddress);

    addRevisionAttribute(strapi);
    addReviewStateAttribute(strapi);
    addAgencyAttribute(strapi);
    addFileAgency(strapi);
    guardFiles(strapi);
    limitFolderChanges(strapi);
    repairBulkUnpublish(strapi);
    limitSlugsToReadable(strapi);
    assertRoutesGuarded = guardRoutes(strapi);
    showPublishedInLists(strapi);
    // Before the other plugins' middlewares, so that its transaction is around theirs.
    strapi.documents.use(writePipeline(strapi, watchedTypes(strapi)));
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    assertRoutesGuarded?.();
    strapi.plugin('publishing-desk').service('checks').ofTypes.assertKnown();
    cleanups.push(mendDatabaseFailures(strapi));
    storeLinksAsHashes(strapi);
    cleanups.push(fillFileAgency(strapi), limitFolders(strapi), showTokensPublicFiles(strapi));
    await registerConditions(strapi);
    await registerActions(strapi);
    const options = parseOptions(strapi.config.get('plugin::publishing-desk'));
    cleanups.push(ensureRolesAtBoot(strapi), dropExpiredDaily(strapi, options), recordPastHours(strapi));
  },

  destroy() {
    for (const cleanup of cleanups.splice(0)) cleanup();
  },

  config,
  controllers,
  policies,
  routes,
  services,
};
