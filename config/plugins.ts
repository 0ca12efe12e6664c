import { type Core } from '@strapi/strapi';

const local = (name: string) => ({ enabled: true, resolve: `./src/plugins/${name}` });

export default (): Core.Config.Plugin => ({
  // First, so that its transaction is around what the others do.
  'publishing-desk': local('publishing-desk'),
  directory: local('directory'),
  'body-editor': local('body-editor'),
  newsroom: local('newsroom'),
  'portal-feeds': local('portal-feeds'),
  'legacy-import': local('legacy-import'),
});
