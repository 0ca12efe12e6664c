/*
 * The keys under which the panel looks up strings that are not its own.
 */

/** The label of a field in forms and list headings, of a content type by its UID. */
export const fieldLabelKey = (uid: string, field: string): string => `content-manager.content-types.${uid}.${field}`;

export const pluginNameKey = (plugin: string): string => `global.plugins.${plugin}`;

export const pluginDescriptionKey = (plugin: string): string => `global.plugins.${plugin}.description`;

/** The text of an error's toast, by the message that the server threw. It takes no values. */
export const apiErrorKey = (message: string): string => `apiError.${message}`;
