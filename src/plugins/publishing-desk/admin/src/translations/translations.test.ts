import fs from 'node:fs';
import path from 'node:path';
import { panelStrings } from '../../../../../panel/panel-translations';
import { labels } from '../labels';

const server = path.resolve(__dirname, '../../../server/src');
const sources = fs
  .readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => fs.readFileSync(path.join(server, file), 'utf8'));
const refusals = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/'desk\.([a-z-]+)'|refusal\('([a-z-]+)'\)/g)].map(
      ([, key, short]) => `apiError.desk.${key ?? short}`,
    ),
  ),
);

describe.each(Object.entries(labels.translations))('the desk in %s', (_locale, strings) => {
  it('has words for every refusal of the server, and no others, where the panel looks for them', () => {
    const shown = Object.keys(panelStrings(labels, strings)).filter((key) => key.startsWith('apiError.'));
    expect(shown.sort()).toEqual([...refusals].sort());
  });
});
