import { hintedFields, type LabelledPlugin } from './labelled-plugin';

/** The part that the content manager's edit and list layouts have in common. */
export interface Layout {
  settings: { displayName?: string };
  metadatas: Record<string, unknown>;
}

/**
 * The singular name of the plugin's content type that a layout is for; undefined when it is for none of them.
 * Layouts carry no UID (Strapi 5.54), so a type is known by its display name together with all of its fields:
 * another plugin's "Article" has others.
 */
export const contentTypeOfLayout = (plugin: LabelledPlugin, { settings, metadatas }: Layout): string | undefined =>
  Object.keys(plugin.contentTypes).find(
    (contentType) =>
      plugin.contentTypes[contentType] === settings.displayName &&
      hintedFields(plugin, contentType).every((field) => field in metadatas),
  );
