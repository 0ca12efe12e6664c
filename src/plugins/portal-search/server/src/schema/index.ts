import { mergeDefinitions, type PluginSchema } from '../../../../../postgres/versioned-schema';
import { abbreviations } from './abbreviations';
import { candidateFunctions } from './candidates';
import { documents } from './documents';
import { inexactFunctions } from './inexact';
import { keys } from './keys';
import { newestFunctions } from './newest';
import { panelEntries } from './panel-entries';
import { panelQuery } from './panel-query';
import type { PanelSource } from './panel-sources';
import { query } from './query';
import type { Source } from './source';
import { steps } from './steps';
import { suggested } from './suggested';
import { terms } from './terms';

export const schema = (sources: readonly Source[], panel: readonly PanelSource[]): PluginSchema => ({
  plugin: 'portal-search',
  namespace: 'portal_search',
  isOnOthers: true,
  steps,
  ...mergeDefinitions(
    ...[
      keys,
      terms,
      documents(sources),
      abbreviations,
      query,
      newestFunctions,
      candidateFunctions,
      inexactFunctions,
      suggested,
    ],
    ...[panelEntries(panel), panelQuery],
  ),
});
