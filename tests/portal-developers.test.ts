import fs from 'node:fs';
import path from 'node:path';
import { oneAddress } from '../src/contract';
import { registration } from '../src/plugins/portal-feeds/server/src/registration';
import { gone, problem } from '../src/contract/problem';
import { feedRoutePath } from '../src/plugins/portal-feeds/server/src/services/registry';

const { operations, feeds, pages } = registration;
const guide = fs.readFileSync(path.resolve(__dirname, '../docs/portal-developers.md'), 'utf8');
const [before = '', paths = ''] = guide.split('\n## Paths\n');

const sections = paths
  .split(/\n## /)[0]!
  .split('\n### ')
  .slice(1)
  .map((section) => ({
    path: /^`(.+)`/.exec(section)?.[1],
    request: /GET \/api\/portal\/v1(\S+)/.exec(section)?.[1] ?? '',
    answer: /```json\n([\s\S]+?)```/.exec(section)?.[1] ?? '',
  }));

describe('the guide for portal developers', () => {
  it('shows every path of the contract, and no other, in its order', () => {
    expect(sections.map((section) => section.path)).toEqual(operations.map((operation) => operation.path));
  });

  it.each(operations)(
    'shows a request and an answer as the contract gives them: $path',
    ({ path: of, answer, parameters }) => {
      const section = sections.find((one) => one.path === of)!;
      const [asked, query = ''] = section.request.split('?') as [string, string?];
      expect(asked).toMatch(new RegExp(`^${of.replace('{slug}', '[a-z0-9-]+')}$`));
      expect(() => parameters.strict().parse(Object.fromEntries(new URLSearchParams(query)))).not.toThrow();
      expect(() => answer.parse(JSON.parse(section.answer))).not.toThrow();
    },
  );

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
