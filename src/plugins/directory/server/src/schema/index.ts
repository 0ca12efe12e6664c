import { formerSlugs } from '../../../../../postgres/former-slugs';
import { mergeDefinitions, type PluginSchema } from '../../../../../postgres/versioned-schema';
import { agencies } from './agencies';
import { appointments } from './appointments';
import { usedRows } from './keep-used';
import { nameKey } from './name-key';
import { references } from './references';
import { ruleDefinitions, rules } from './rules';
import { steps } from './steps';

export const schema: PluginSchema = {
  plugin: 'directory',
  namespace: 'directory',
  steps,
  rules,
  ...mergeDefinitions(
    references,
    formerSlugs('directory', ['agencies', 'officials']),
    nameKey,
    agencies,
    appointments,
    ruleDefinitions,
    usedRows,
  ),
};
