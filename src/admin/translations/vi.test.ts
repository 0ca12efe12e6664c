import { join } from 'node:path';
import vi from './vi.json';

const STRAPI = join(__dirname, '../../../node_modules/@strapi');
const SOURCES = [
  ['admin/dist/admin/admin/src/translations', ''],
  ['content-manager/dist/admin/translations', 'content-manager.'],
  ['upload/dist/admin/translations', 'upload.'],
  ['i18n/dist/admin/translations', 'i18n.'],
] as const;

async function strapisEnglish(): Promise<Record<string, string>> {
  const parts = SOURCES.map(async ([folder, prefix]) => {
    const file = join(STRAPI, folder, 'en.json.js');
    const { default: strings } = (await import(file)) as { default: Record<string, string> };
    return Object.entries(strings).map(([key, text]) => [prefix + key, text] as const);
  });
  return Object.fromEntries((await Promise.all(parts)).flat());
}

/** The names of the values and tags that a message asks for: `{count, plural, …}`, `{author}`, `<b>`. */
const placeholders = (message: string) =>
  [...message.matchAll(/\{(\w+)(?=[,}])|<(\w+)>/g)].map(([, value, tag]) => value ?? tag);

it('asks for no value that Strapi does not give', async () => {
  const english = await strapisEnglish();
  const unknown = Object.entries(vi).flatMap(([key, message]) => {
    const given = placeholders(english[key] ?? message);
    return placeholders(message)
      .filter((name) => !given.includes(name))
      .map((name) => `${key}: ${name}`);
  });
  expect(unknown).toEqual([]);
});
