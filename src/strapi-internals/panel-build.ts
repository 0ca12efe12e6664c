import { createRequire } from 'node:module';
import path from 'node:path';

type PanelBuild = {
  createBuildContext(options: object): Promise<object>;
  writeStaticClientFiles(context: object): Promise<void>;
  resolveProductionConfig(context: object): Promise<{ plugins: unknown[] }>;
};

/** The steps of `strapi build`: private modules of @strapi/strapi, whose version is pinned. */
export function panelBuild(): PanelBuild {
  const require = createRequire(__filename);
  const modules = path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), 'dist/src/node');
  const { createBuildContext } = require(path.join(modules, 'create-build-context.js'));
  const { writeStaticClientFiles } = require(path.join(modules, 'staticFiles.js'));
  const { resolveProductionConfig } = require(path.join(modules, 'vite/config.js'));
  return { createBuildContext, writeStaticClientFiles, resolveProductionConfig };
}
