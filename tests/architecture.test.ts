import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

it('names only existing files in its table of behaviours', () => {
  const [, table = ''] = /## Where is what\n(.*?)\n## /s.exec(
    readFileSync(path.join(root, 'docs/architecture.md'), 'utf8'),
  )!;
  const named = [...table.matchAll(/`([\w./-]+\.\w+)`/g)].map(([, file]) => file!);
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
