import siteSettings from './site-settings/schema.json';

export default { 'site-settings': { schema: siteSettings } };
