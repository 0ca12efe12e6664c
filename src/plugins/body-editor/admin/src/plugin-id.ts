export const PLUGIN_ID = 'body-editor';
