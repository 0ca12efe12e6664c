import type { Core } from '@strapi/strapi';
import { assertPlugins } from '../../../../boot-checks/assert-plugins';
import { checkValues, normaliseStrings } from '../../../../documents';
import { registerFileUses } from '../../../../file-uses';
import config from './config';
import contentTypes from './content-types';
import controllers from './controllers';
import { siteFiles } from './file-uses';
import { checkFooterLinks } from './footer-links-on-write';
import { registerPages } from './register-pages';
import { problemPages } from './problem-pages';
import services from './services';
import { siteIcon } from './site-icon';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    assertPlugins(strapi, 'portal-site', ['portal-feeds', 'newsroom', 'directory', 'body-editor']);
    registerFileUses(strapi, siteFiles);
    strapi.documents.use(checkValues('portal-site'));
    strapi.documents.use(normaliseStrings('portal-site'));
    strapi.documents.use(checkFooterLinks);
    registerPages(strapi);
    strapi.server.use(problemPages(strapi));
    strapi.server.use(siteIcon(strapi));
  },

  config,
  contentTypes,
  controllers,
  services,
};
