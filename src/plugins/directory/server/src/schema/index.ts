import { formerSlugs } from '../../../../../postgres/former-slugs';
import { mergeDefinitions, type PluginSchema } from '../../../../../postgres/versioned-schema';
import { agencies } from './agencies';
import { appointments } from './appointments';
import { nameKey } from './name-key';
import { references } from './references';
import { steps } from './steps';

export const schema: PluginSchema = {
  plugin: 'directory',
  namespace: 'directory',
  steps,
  ...mergeDefinitions(references, formerSlugs('directory', ['agencies', 'officials']), nameKey, agencies, appointments),
};
