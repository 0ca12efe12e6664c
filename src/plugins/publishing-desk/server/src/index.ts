import { type Core } from '@strapi/strapi';
import { applySql } from '../../../../postgres/apply-sql';
import config, { parseOptions } from './config';
import controllers from './controllers';
import { rememberChanges } from './documents/remember-changes';
import { addRevisions, watchedTypes } from './register';
import { dropOldDaily } from './history/drop-old';
import { rememberAccounts } from './history/remember-accounts';
import routes from './routes';
import { schema } from './schema';
import services from './services';
import { offerRights } from './rights';
import { guardUploads } from './uploads/guard-uploads';
import { serveInertly } from './uploads/serve-inertly';

let stopDropping: (() => void) | undefined;

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    const options = parseOptions(strapi.config.get('plugin::publishing-desk'));
    guardUploads(strapi, options.uploads);
    strapi.server.use(serveInertly);

    strapi.server.use(rememberAccounts(strapi));
    addRevisions(strapi);
    let remembering: ReturnType<typeof rememberChanges> | undefined;
    // The outermost of all: its transaction is theirs. Strapi knows its tables only once it is past this.
    strapi.documents.use((context, next) => {
      remembering ??= rememberChanges(strapi, watchedTypes(strapi));
      return remembering(context, next);
    });
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await applySql(strapi.db.connection, schema);
    const options = parseOptions(strapi.config.get('plugin::publishing-desk'));
    stopDropping = dropOldDaily(strapi, options.history);
    await offerRights(strapi);
  },

  destroy() {
    stopDropping?.();
  },

  config,
  controllers,
  routes,
  services,
};
