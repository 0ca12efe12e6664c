export const PLUGIN_ID = 'publishing-desk';
