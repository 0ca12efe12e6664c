import type { Core } from '@strapi/strapi';

const local = (name: string) => ({ enabled: true, resolve: `./src/plugins/${name}` });

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  // First, so that its transaction is around what the others do.
  'publishing-desk': local('publishing-desk'),
  directory: local('directory'),
  'body-editor': local('body-editor'),
  newsroom: local('newsroom'),
  'portal-feeds': local('portal-feeds'),
  'public-record': {
    ...local('public-record'),
    // The content API tokens of one-stop systems: {"name of a token": {"agency": "slug", "publish": false}}.
    config: { reportTokens: env.json('REPORT_TOKENS', {}) },
  },
  'portal-search': local('portal-search'),
  'portal-site': local('portal-site'),
  'legacy-import': local('legacy-import'),
  'upload-guard': local('upload-guard'),
  // Strapi's own check goes by four kilobytes and then by names, refuses in English, and drops a refused file of several
  // without a word. upload-guard checks instead; an empty list keeps Strapi from warning at every upload.
  upload: {
    config: {
      security: { deniedTypes: [] },
      // An object store, by the name of its provider's package; its objects have to be private.
      provider: env('UPLOAD_PROVIDER', 'local'),
      providerOptions: env.json('UPLOAD_PROVIDER_OPTIONS', {}),
    },
  },
});
