import type { PluginSchema } from '../../../../../postgres/versioned-schema';
import { auditProtection } from './audit-protection';
import { steps } from './steps';

export const schema: PluginSchema = { plugin: 'publishing-desk', namespace: 'desk', steps, ...auditProtection };
