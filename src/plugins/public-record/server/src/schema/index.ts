import { mergeDefinitions, type PluginSchema } from '../../../../../postgres/versioned-schema';
import { addresses } from './addresses';
import { canonicalNumber } from './canonical-number';
import { clock } from './clock';
import { directiveLinks } from './directive-links';
import { directiveStatus } from './directive-status';
import { fieldKey } from './field-key';
import { numberKey } from './number-key';
import { programmeRuleDefinitions, programmeRules, programmes } from './programmes';
import { reportRuleDefinitions, reportRules, reports } from './reports';
import { references, usedRows } from './references';
import { ruleDefinitions, rules } from './rules';
import { sharedValues } from './shared-values';
import { steps } from './steps';

export const schema: PluginSchema = {
  plugin: 'public-record',
  namespace: 'public_record',
  steps,
  rules: [...rules, ...programmeRules, ...reportRules],
  ...mergeDefinitions(
    clock,
    numberKey,
    fieldKey,
    canonicalNumber,
    sharedValues,
    references,
    directiveLinks,
    directiveStatus,
    addresses,
    programmes,
    ruleDefinitions,
    programmeRuleDefinitions,
    reports,
    reportRuleDefinitions,
    usedRows,
  ),
};
