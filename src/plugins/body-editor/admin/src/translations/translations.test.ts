import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import en from './en.json';
import vi from './vi.json';

const source = path.join(__dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /(?<!\.test)\.tsx?$/.test(file),
);
const code = files.map((file) => readFileSync(path.join(source, file), 'utf8')).join('\n');

it('has every text in both languages', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
});

it('has a text for every key that the code names', () => {
  const asked = [...code.matchAll(/\bt\('([\w.]+)'/g)].map(([, key]) => key);
  const commands = [...code.matchAll(/\bid: '(\w+)'/g)].map(([, id]) => `command.${id}`);
  expect(asked.length).toBeGreaterThan(10);
  expect(commands.length).toBeGreaterThan(20);
  expect([...asked, ...commands].filter((key) => !(key in vi))).toEqual([]);
});
