import type { Core } from '@strapi/strapi';
import type renderer from './services/renderer';
import type site from './services/site';

type Renderer = ReturnType<typeof renderer>;

export const siteOf = (strapi: Core.Strapi): ReturnType<typeof site> => strapi.plugin('portal-site').service('site');

export const rendererOf = (strapi: Core.Strapi): Renderer => strapi.plugin('portal-site').service('renderer');
