import type { Core } from '@strapi/strapi';
import type renderer from './services/renderer';

export type Renderer = ReturnType<typeof renderer>;

export const rendererOf = (strapi: Core.Strapi): Renderer => strapi.plugin('portal-site').service('renderer');
