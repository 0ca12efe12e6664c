import directive from '../content-types/directive/schema.json';
import programme from '../content-types/programme/schema.json';
import { SHARED } from './shared-values';

type Attribute = { type: string; pluginOptions?: { i18n?: { localized: boolean } } };

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns of a type that its languages have in common: files have rows of their own. */
const shared = (attributes: object): string[] =>
  Object.entries(attributes as Record<string, Attribute>)
    .filter(([, { type, pluginOptions }]) => type !== 'media' && !pluginOptions?.i18n?.localized)
    .map(([name]) => columnOf(name));

it.each([
  ['directives', directive],
  ['programmes', programme],
] as const)('what the languages of %s have in common is what the content type does not localise', (table, type) => {
  expect([...SHARED[table]].sort()).toEqual(shared(type.attributes).sort());
});
