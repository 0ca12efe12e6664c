import type { Layout } from '../strapi-internals/panel/hooks';
import { hintedFields, type LabelledPlugin } from './labelled-plugin';

/**
 * The singular name of the content type that a layout is for; undefined if it is not a type of the plugin. A layout
 * has no UID, so the type is recognised by its display name and all of its fields: the "Article" of another plugin has
 * other fields.
 */
export const contentTypeOfLayout = (plugin: LabelledPlugin, { settings, metadatas }: Layout): string | undefined =>
  Object.keys(plugin.contentTypes).find(
    (contentType) =>
      plugin.contentTypes[contentType] === settings.displayName &&
      hintedFields(plugin, contentType).every((field) => field in metadatas),
  );
