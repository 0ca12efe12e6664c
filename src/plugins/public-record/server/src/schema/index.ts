import { mergeDefinitions, type PluginSchema } from '../../../../../postgres/versioned-schema';
import { addresses } from './addresses';
import { canonicalNumber } from './canonical-number';
import { clock } from './clock';
import { directiveLinks } from './directive-links';
import { directiveStatus } from './directive-status';
import { numberKey } from './number-key';
import { references, usedRows } from './references';
import { ruleDefinitions, rules } from './rules';
import { steps } from './steps';

export const schema: PluginSchema = {
  plugin: 'public-record',
  namespace: 'public_record',
  steps,
  rules,
  ...mergeDefinitions(
    clock,
    numberKey,
    canonicalNumber,
    references,
    directiveLinks,
    directiveStatus,
    addresses,
    ruleDefinitions,
    usedRows,
  ),
};
