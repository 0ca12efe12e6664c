import { type Core } from '@strapi/strapi';
import { needPlugins } from '../../../../boot-checks/need-plugins';
import { applySql } from '../../../../postgres/apply-sql';
import config, { parseOptions } from './config';
import controllers from './controllers';
import { rememberChanges } from './documents/remember-changes';
import { dropOldDaily } from './history/drop-old';
import { rememberAccounts } from './history/remember-accounts';
import policies from './policies';
import { addRevisions, WATCHED, watchedTypes } from './register';
import { addReviewState } from './review/review-state';
import { letUnpublishInBulk } from './rights/bulk-unpublish';
import { registerConditions } from './rights/conditions';
import { guardRoutes } from './rights/guard-routes';
import { registerActions } from './rights/register-actions';
import { keepRolesAtBoot } from './roles/keep-roles-at-boot';
import routes from './routes';
import { schema } from './schema';
import services from './services';
import { guardUploads } from './uploads/guard-uploads';
import { serveInertly } from './uploads/serve-inertly';
import { addAgency } from './users/add-agency';

let checkRoutes: (() => void) | undefined;
/** What has to be let go of when this Strapi ends. */
const atEnd: (() => void)[] = [];

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    needPlugins(strapi, 'publishing-desk', WATCHED);
    const options = parseOptions(strapi.config.get('plugin::publishing-desk'));
    guardUploads(strapi, options.uploads);
    strapi.server.use(serveInertly);
    strapi.server.use(rememberAccounts(strapi));

    addRevisions(strapi);
    addReviewState(strapi);
    addAgency(strapi);
    letUnpublishInBulk(strapi);
    checkRoutes = guardRoutes(strapi);
    let remembering: ReturnType<typeof rememberChanges> | undefined;
    // The outermost of all: its transaction is theirs. Strapi knows its tables only once it is past this.
    strapi.documents.use((context, next) => {
      remembering ??= rememberChanges(strapi, watchedTypes(strapi));
      return remembering(context, next);
    });
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    checkRoutes?.();
    await applySql(strapi.db.connection, schema);
    await registerConditions(strapi);
    await registerActions(strapi);
    const { history } = parseOptions(strapi.config.get('plugin::publishing-desk'));
    atEnd.push(keepRolesAtBoot(strapi), dropOldDaily(strapi, history));
  },

  destroy() {
    for (const letGo of atEnd.splice(0)) letGo();
  },

  config,
  controllers,
  policies,
  routes,
  services,
};
