import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { createConfig, lint } from '@redocly/openapi-core';
import { registration } from '../src/plugins/portal-feeds/server/src/registration';
import { body, figure, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const ROOT = path.resolve(__dirname, '..');
const run = promisify(execFile);
const tool = (name: string, ...parameters: string[]) =>
  run(path.join(ROOT, 'node_modules/.bin', name), parameters, { cwd: ROOT });

describe('/openapi.json', () => {
  let newsroom: Newsroom;
  let folder: string;
  let file: string;
  let document: {
    openapi: string;
    security: object[];
    servers: { url: string }[];
    paths: Record<string, { get: { operationId: string; responses: Record<string, object>; parameters: Parameter[] } }>;
  };
  type Parameter = { name: string; in: string; required: boolean; schema: object };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    document = (await (await fetch(`${newsroom.url}/api/portal/v1/openapi.json`)).json()) as typeof document;
    // Beside the packages that the client imports.
    await fs.mkdir(path.join(ROOT, 'dist'), { recursive: true });
    folder = await fs.mkdtemp(path.join(ROOT, 'dist/typed-client-'));
    file = path.join(folder, 'openapi.json');
    await fs.writeFile(file, JSON.stringify(document));
  });
  afterAll(async () => {
    await newsroom.stop();
    await fs.rm(folder, { recursive: true });
  });

  it('is a valid OpenAPI 3.1 document, as the specification’s own schema says', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    await tool('validate-api', file);
    const broken = path.join(folder, 'broken.json');
    await fs.writeFile(broken, JSON.stringify({ ...document, paths: { articles: { get: { responses: 7 } } } }));
    await expect(tool('validate-api', broken)).rejects.toThrow();
  });

  it('follows redocly’s recommended rules', async () => {
    const problemsOf = async (ref: string) => {
      const problems = await lint({ ref, config: await createConfig({ extends: ['recommended'] }) });
      return problems.map(({ ruleId, message }) => `${ruleId}: ${message}`);
    };
    // The server of the test has an address of its own, which the rules take for a forgotten one.
    const published = path.join(folder, 'published.json');
    await fs.writeFile(published, JSON.stringify({ ...document, servers: [{ url: 'https://cms.thanhhoa.test' }] }));
    expect(await problemsOf(published)).toEqual([]);
    const unsecured = { ...document, security: undefined, servers: [{ url: 'https://cms.thanhhoa.test' }] };
    await fs.writeFile(published, JSON.stringify(unsecured));
    expect(await problemsOf(published)).toContainEqual(expect.stringMatching(/^security-defined: /));
  });

  it('names every path of the contract, with its parameters and server', () => {
    expect(Object.keys(document.paths)).toEqual([
      ...registration.operations.map((operation) => operation.path),
      '/directives',
      '/directives/{slug}',
      '/procedure-progress',
      '/procedure-progress.csv',
      '/document-exchange',
      '/document-exchange.csv',
      '/catalog.jsonld',
      '/programmes',
      '/programmes/{slug}',
      '/search',
      '/search/suggest',
    ]);
    expect(document.servers).toEqual([{ url: 'http://127.0.0.1:1337/api/portal/v1' }]);
    const { parameters } = document.paths['/articles']!.get;
    expect(parameters.map(({ name }) => name)).toEqual(
      'locale category agency includePredecessors mentions official from to limit cursor'.split(' '),
    );
    expect(parameters.find(({ name }) => name === 'limit')!.schema).toMatchObject({ type: 'integer', maximum: 50 });
    expect(parameters.every(({ required }) => !required)).toBe(true);
    expect(document.paths['/resolve']!.get.parameters[0]).toMatchObject({ name: 'url', required: true });
  });

  it('describes the other statuses of a path', () => {
    const statuses = (of: string) => Object.keys(document.paths[of]!.get.responses);
    expect(statuses('/articles/{slug}')).toEqual(['200', '301', '304', '400', '404', '410', '503']);
    expect(statuses('/articles')).toEqual(['200', '304', '400', '503']);
    expect(statuses('/latest-news')).toEqual(['200', '304', '400', '404', '503']);
    expect(statuses('/resolve')).toEqual(['200', '304', '400', '404', '503']);
  });

  it('allows additional fields', () => {
    expect(JSON.stringify(document)).not.toContain('additionalProperties');
  });

  it('needs no credentials, and says so', () => {
    expect(document).toMatchObject({ security: [], info: { license: { identifier: 'MIT' } } });
  });

  it('describes every field and every parameter, in English', () => {
    type Schema = { properties?: Record<string, Schema>; description?: string; $ref?: string };
    const bare: string[] = [];
    const visit = (value: unknown, where: string): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [name, property] of Object.entries((value as Schema).properties ?? {})) {
        if (!property.description) bare.push(`${where}.${name}`);
      }
      for (const [key, one] of Object.entries(value)) visit(one, `${where}.${key}`);
    };
    const { schemas } = (document as unknown as { components: { schemas: Record<string, Schema> } }).components;
    expect(Object.keys(schemas).length).toBeGreaterThan(20);
    // `data` of an answer is the schema that its name says.
    visit(schemas, '');
    expect(bare.filter((where) => !where.endsWith('Answer.data'))).toEqual([]);
    const parameters = Object.values(document.paths).flatMap(({ get }) => get.parameters);
    expect(parameters.filter((one) => !(one as { description?: string }).description)).toEqual([]);
    // What the portal prints stands between quotation marks.
    const withoutValues = (key: string, value: unknown) => (key === 'enum' ? undefined : value);
    const said = JSON.stringify(document, withoutValues).replace(/“[^”]*”/g, '');
    expect(said.match(/[ăâđêôơưà-ýạ-ỹ]+/gi)).toBeNull();
  });

  it('says of a value that it can be null in the form that generators of clients read', () => {
    const text = JSON.stringify(document);
    expect(text).toContain('"type":["string","null"]');
    expect(text).toContain('"oneOf":[{"$ref":"#/components/schemas/Image"},{"type":"null"}]');
    expect(text).not.toContain('anyOf');
  });

  it('is enough for a typed client to read a running newsroom', async () => {
    const write = writers(newsroom.strapi);
    const province = await write.agency({ name: 'UBND tỉnh', level: 'province' });
    await write.agency({ name: 'Sở Nội vụ', parent: province.documentId });
    const official = await write.official({ name: 'Nguyễn Văn An' });
    const gone = await write.article({ slug: 'da-xoa' });
    await newsroom.strapi.documents('plugin::newsroom.article').delete({ documentId: gone.documentId });
    await write.article({ title: 'Bài trước', publishedOn: '2021-02-18T00:00:00Z' });
    await write.article({
      title: 'Bài sau',
      publishedOn: '2021-02-19T00:00:00Z',
      officials: [official.documentId],
      body: body(paragraph('Một.'), figure(null, 'Chú thích')),
    });

    await tool('openapi-typescript', file, '--output', path.join(folder, 'contract.d.ts'));
    await fs.copyFile(path.join(__dirname, 'fixtures/portal-reader/read-portal.mts'), path.join(folder, 'reader.mts'));
    await compile('reader.mts');
    const { stdout } = await run(process.execPath, [path.join(folder, 'reader.mjs'), `${newsroom.url}/api/portal/v1`]);
    expect(JSON.parse(stdout)).toEqual({
      collection: 'Tin mới nhất',
      title: 'Bài sau',
      names: ['Nguyễn Văn An'],
      pictures: ['Chú thích'],
      pages: ['Bài sau', 'Bài trước'],
      outcome: 'gone',
      children: ['Sở Nội vụ'],
      resolved: 'gone',
    });

    const source = await fs.readFile(path.join(folder, 'reader.mts'), 'utf8');
    await fs.writeFile(path.join(folder, 'wrong.mts'), source.replace('official.name', 'official.fullName'));
    await expect(compile('wrong.mts')).rejects.toMatchObject({ stdout: expect.stringContaining('fullName') });
  });

  const compile = (source: string) => tool('tsc', ...compilerOptions, path.join(folder, source));
});

const compilerOptions = '--strict --target es2022 --module nodenext --lib es2022,dom,dom.iterable --skipLibCheck'.split(
  ' ',
);
