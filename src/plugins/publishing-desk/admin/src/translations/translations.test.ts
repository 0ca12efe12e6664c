import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from './en.json';
import vi from './vi.json';

const source = path.join(__dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.tsx?$/.test(file),
);
const code = files.map((file) => readFileSync(path.join(source, file), 'utf8')).join('\n');

it('has every text in both languages, with the same places to fill', () => {
  const places = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.match(/\{\w+\}/g)?.sort() ?? []]));
  expect(places(vi)).toEqual(places(en));
});

it('has a text for every key that the code names, and for every action that is remembered', () => {
  const asked = [...code.matchAll(/\bsay\('([\w.]+)'/g)].map(([, key]) => key);
  const actions =
    'create update clone publish unpublish discardDraft delete withdraw reinstate correct submit send-back approve schedule replace-reference restore erase'
      .split(' ')
      .map((name) => `action.${name}`);
  expect(asked.length).toBeGreaterThan(10);
  expect([...asked, ...actions].filter((key) => !(key! in vi))).toEqual([]);
});

it('has words for everything that the checks find, and no others', () => {
  const checks = path.resolve(__dirname, '../../../server/src/checks');
  const messages = readdirSync(checks)
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(path.join(checks, file), 'utf8').matchAll(/message: '([a-z.-]+)'/g)])
    .map(([, message]) => `checks.${message}`);
  expect(messages.length).toBeGreaterThan(10);
  expect(
    Object.keys(vi)
      .filter((key) => /^checks\.\w+-|^checks\.summary/.test(key))
      .sort(),
  ).toEqual([...new Set(messages)].sort());
});

it('has words for every refusal of the server, and no others', () => {
  const server = path.resolve(__dirname, '../../../server/src');
  const refusals = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(path.join(server, file), 'utf8').matchAll(/'desk\.([a-z-]+)'|refusal\('([a-z-]+)'\)/g),
    ])
    .map(([, key, short]) => `apiError.desk.${key ?? short}`);
  expect(
    Object.keys(vi)
      .filter((key) => key.startsWith('apiError.'))
      .sort(),
  ).toEqual([...new Set(refusals)].sort());
});
