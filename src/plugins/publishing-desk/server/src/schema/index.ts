import { mergeDefinitions, type PluginSchema } from '../../../../../postgres/versioned-schema';
import { sessionDefinitions } from '../sessions/end-sessions';
import { auditProtection } from './audit-protection';
import { steps } from './steps';

export const schema: PluginSchema = {
  plugin: 'publishing-desk',
  namespace: 'desk',
  steps,
  ...mergeDefinitions(auditProtection, sessionDefinitions),
};
