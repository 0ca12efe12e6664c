import fs from 'node:fs';
import path from 'node:path';
import { oneAddress, openApi } from '../src/contract';
import { registration } from '../src/plugins/portal-feeds/server/src/registration';
import { registration as publicRecord } from '../src/plugins/public-record/server/src/registration';
import { registration as portalSearch } from '../src/plugins/portal-search/server/src/registration';
import { gone, problem } from '../src/contract/problem';
import { feedRoutePath, type RegisteredOperation } from '../src/plugins/portal-feeds/server/src/services/registry';

const pages = [...registration.pages, ...publicRecord.pages];
const feeds = [...registration.feeds, ...publicRecord.feeds];
const operations = [
  ...registration.operations,
  ...([...publicRecord.operations, ...portalSearch.operations] as RegisteredOperation[]),
];
const schemas = { ...registration.schemas, ...publicRecord.schemas, ...portalSearch.schemas };
const guide = fs.readFileSync(path.resolve(__dirname, '../docs/portal-developers.md'), 'utf8');
const [before = '', paths = ''] = guide.split('\n## Paths\n');

const sectionTexts = new Map(
  paths
    .split(/\n## /)[0]!
    .split('\n### ')
    .slice(1)
    .map((section) => [/^`(.+)`/.exec(section)?.[1] ?? '', section]),
);
const sections = [...sectionTexts].map(([path, section]) => ({
  path,
  request: /GET \/api\/portal\/v1(\S+)/.exec(section)?.[1] ?? '',
  answer: /```(?:json|csv)\n([\s\S]+?)```/.exec(section)?.[1] ?? '',
}));

describe('the guide for portal developers', () => {
  it('shows every path of the contract, and no other, in its order', () => {
    expect(sections.map((section) => section.path)).toEqual(operations.map((operation) => operation.path));
  });

  it.each(operations)(
    'shows a request and an answer as the contract gives them: $path',
    ({ path: of, answer, parameters, mediaType }) => {
      const section = sections.find((one) => one.path === of)!;
      const [asked, query = ''] = section.request.split('?') as [string, string?];
      expect(asked).toMatch(new RegExp(`^${of.replace('{slug}', '[a-z0-9-]+')}$`));
      expect(() => parameters.strict().parse(Object.fromEntries(new URLSearchParams(query)))).not.toThrow();
      expect(() => answer.parse(mediaType === 'text/csv' ? section.answer : JSON.parse(section.answer))).not.toThrow();
      expect(section.answer).not.toBe('');
    },
  );

  it('shows every field with a value', () => {
    type Schema = {
      $ref?: string;
      properties?: Record<string, Schema>;
      items?: Schema;
      oneOf?: Schema[];
      type?: unknown;
    };
    const { components, paths: described } = openApi('https://cms.example.vn', operations, schemas);
    const named = components.schemas as Record<string, Schema>;
    const [shown, possible] = [new Set<string>(), new Set<string>()];
    const isValue = (value: unknown) =>
      value !== null && value !== '' && (typeof value !== 'object' || Object.keys(value).length > 0);

    /** Notes the fields of a schema under the name of the one that has them, and those that a value fills. */
    function visit(schema: Schema, where: string, value: unknown, depth = 0): void {
      if (schema.$ref) {
        const name = schema.$ref.split('/').at(-1)!;
        // A tree has further trees in it.
        return depth > 12 ? undefined : visit(named[name]!, name, value, depth + 1);
      }
      if (schema.items) {
        const values = Array.isArray(value) && value.length > 0 ? value : [undefined];
        return values.forEach((one) => visit(schema.items!, where, one, depth + 1));
      }
      for (const one of schema.oneOf ?? []) if (one.type !== 'null') visit(one, where, value, depth);
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        const field = `${where}.${name}`;
        if (Object.keys(property.properties ?? { some: 1 }).length > 0) possible.add(field);
        const given = (value as Record<string, unknown> | null | undefined)?.[name];
        if (given !== undefined && isValue(given)) shown.add(field);
        visit(property, field, given ?? undefined, depth + 1);
      }
    }
    for (const { path: of, request } of sections) {
      const answer = described[of]!.get.responses[200].content['application/json']?.schema as Schema | undefined;
      // A download and the catalogue have a standard of their own.
      if (!answer) continue;
      for (const [, text] of sectionTexts.get(of)!.matchAll(/```json\n([\s\S]+?)```/g)) {
        const value = JSON.parse(text!) as { data?: unknown };
        if ('data' in value) visit(answer, request, value);
        else visit(named.Article!.properties!.withdrawal!, 'Article.withdrawal', value);
      }
    }
    for (const field of [...shown]) if (field.startsWith('Article.withdrawal.')) shown.add('Article.withdrawal');
    expect(possible.size).toBeGreaterThan(100);
    expect([...possible].filter((field) => !shown.has(field))).toEqual([]);
  });

  it('names an address of every feed and sitemap', () => {
    const [, section = ''] = guide.split('\n## Feeds and sitemaps\n');
    const named = [...section.split('\n## ')[0]!.matchAll(/^\| `([^`]+)`/gm)].map(([, address]) => address!);
    const shapes = [...feeds.map(feedRoutePath), ...pages.map(({ path: of }) => of)].map((of) => {
      const shape = of.replace(/\./g, '\\.').replace(/:format\((.+)\)/, '($1)');
      return new RegExp(`^${shape.replace(/:\w+/, '[a-z0-9-]+')}$`);
    });
    for (const shape of shapes) expect(named).toContainEqual(expect.stringMatching(shape));
    for (const address of named) expect(shapes.some((shape) => shape.test(address))).toBe(true);
  });

  it('shows what moved, is gone and is refused as the contract says it', () => {
    const shown = [...before.matchAll(/```json\n([\s\S]+?)```/g)].map(([, text]) => JSON.parse(text!));
    const schemas = [oneAddress, gone, problem];
    expect(shown).toHaveLength(schemas.length);
    for (const [index, schema] of schemas.entries()) expect(() => schema.parse(shown[index])).not.toThrow();
  });
});
