import type { Core } from '@strapi/strapi';

/**
 * The enabled plugins of a folder that Strapi did not load. It skips a plugin whose server entry is missing, without an
 * error, and its schema sync would then drop the plugin's tables. `enabledPlugins` is what the loader found in
 * config/plugins and in the installed packages.
 *
 * @param folder a part of the plugins' paths, such as `/src/plugins/`
 */
export function pluginsNotLoaded(strapi: Core.Strapi, folder: string): string[] {
  const enabled = strapi.config.get<Record<string, { pathToPlugin?: string }>>('enabledPlugins');
  return Object.entries(enabled)
    .filter(([name, { pathToPlugin }]) => pathToPlugin?.includes(folder) && !strapi.plugin(name))
    .map(([name]) => name);
}

/**
 * The folder of a plugin's package: in the repository, or in `node_modules` of the app that it is installed in.
 *
 * @throws Error for a plugin that is not enabled
 */
export function pluginFolder(strapi: Core.Strapi, name: string): string {
  const enabled = strapi.config.get<Record<string, { pathToPlugin?: string }>>('enabledPlugins');
  const folder = enabled[name]?.pathToPlugin;
  if (!folder) throw new Error(`Strapi knows no folder of the plugin ${name}.`);
  return folder;
}
