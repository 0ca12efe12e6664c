import { type Core } from '@strapi/strapi';
import { needPlugins } from '../../../../boot-checks/need-plugins';
import { applySql } from '../../../../postgres/apply-sql';
import config, { parseOptions } from './config';
import controllers from './controllers';
import { writePipeline } from './write-pipeline';
import { dropExpiredDaily } from './audit/retention';
import { recordAccountEvents } from './audit/account-events';
import policies from './policies';
import { addRevisionAttribute, WATCHED, watchedTypes } from './watched-types';
import { addReviewStateAttribute } from './review/review-state';
import { repairBulkUnpublish } from './permissions/bulk-unpublish';
import { registerConditions } from './permissions/conditions';
import { guardRoutes } from './permissions/guard-routes';
import { registerActions } from './permissions/register-actions';
import { ensureRolesAtBoot } from './roles/ensure-roles-at-boot';
import routes from './routes';
import { schema } from './schema';
import services from './services';
import { addAgencyAttribute } from './agencies/agency-attribute';

let checkRoutes: (() => void) | undefined;
/** What has to be let go of when this Strapi ends. */
const atEnd: (() => void)[] = [];

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    needPlugins(strapi, 'publishing-desk', WATCHED);
    strapi.server.use(recordAccountEvents(strapi));

    addRevisionAttribute(strapi);
    addReviewStateAttribute(strapi);
    addAgencyAttribute(strapi);
    repairBulkUnpublish(strapi);
    checkRoutes = guardRoutes(strapi);
    let remembering: ReturnType<typeof writePipeline> | undefined;
    // The outermost of all: its transaction is theirs. Strapi knows its tables only once it is past this.
    strapi.documents.use((context, next) => {
      remembering ??= writePipeline(strapi, watchedTypes(strapi));
      return remembering(context, next);
    });
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    checkRoutes?.();
    await applySql(strapi.db.connection, schema);
    await registerConditions(strapi);
    await registerActions(strapi);
    const { history } = parseOptions(strapi.config.get('plugin::publishing-desk'));
    atEnd.push(ensureRolesAtBoot(strapi), dropExpiredDaily(strapi, history));
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
