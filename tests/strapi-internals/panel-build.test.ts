import { panelBuild } from '../../src/strapi-internals/panel-build';

it('takes these three steps from @strapi/strapi, as `strapi build` does', () => {
  const { createBuildContext, writeStaticClientFiles, resolveProductionConfig } = panelBuild();
  expect([createBuildContext.length, writeStaticClientFiles.length, resolveProductionConfig.length]).toEqual([1, 1, 1]);
});
