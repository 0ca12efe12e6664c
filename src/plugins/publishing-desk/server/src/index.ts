import type { Core } from '@strapi/strapi';
import { applySql } from '../../../../postgres/apply-sql';
import config from './config';
import controllers from './controllers';
import { rememberChanges } from './documents/remember-changes';
import policies from './policies';
import { addRevisions, watchedTypes } from './register';
import { registerConditions } from './rights/conditions';
import { guardRoutes } from './rights/guard-routes';
import { registerActions } from './rights/register-actions';
import { keepRolesAtBoot } from './roles/keep-roles-at-boot';
import routes from './routes';
import { schema } from './schema';
import services from './services';
import { addAgency } from './users/add-agency';

let checkRoutes: (() => void) | undefined;

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    addRevisions(strapi);
    addAgency(strapi);
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
    keepRolesAtBoot(strapi);
  },

  config,
  controllers,
  policies,
  routes,
  services,
};
