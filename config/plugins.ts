import { type Core } from '@strapi/strapi';

const local = (name: string) => ({ enabled: true, resolve: `./src/plugins/${name}` });

export default (): Core.Config.Plugin => ({
  directory: local('directory'),
  'body-editor': local('body-editor'),
  newsroom: local('newsroom'),
  'portal-feeds': local('portal-feeds'),
  'legacy-import': local('legacy-import'),
});
