import fc from 'fast-check';
import { writableText } from '../../src/vietnamese';
import { body, figure, paragraph, unique } from '../helpers/content';
import { cases, tell, timeFor } from './cases';
import { BASE, contractPaths } from './contract-paths';
import { watchLog } from './log-watch';
import { startAttackedNewsroom, type Attacked } from './newsroom-under-attack';
import { sendRaw } from './raw-request';
import { syndicationPaths } from './syndication-paths';
import { readItems } from '../helpers/read-feed';

const COUNT = cases(60, 0.05);

type Data = Record<string, unknown>;

const schemaOf = (path: string) => contractPaths.find((one) => one.path === path)!.schema;

const spoken = [
  ...[
    'Đồng chí Bí thư Tỉnh ủy',
    'hòa bình',
    'hoà bình',
    'Ðảng uỷ',
    'bài\u202ehcăđ',
    'ba\u200bi\u2060\ufeff',
    '\u0000',
    'a\u0001\u001fb',
  ],
  ...[
    '\ufffe\uffff',
    ']]>',
    '</script><script>alert(9920)</script>',
    '<!--',
    '<svg/onload=alert(9920)>',
    '\u2028\u2029',
    '\ud800',
    'x\udc00y',
  ],
  ...[
    '{{constructor}}',
    '${7*7}',
    '%00%ff',
    "'; DROP TABLE articles; --",
    '\\',
    '"',
    '&lt;script&gt;',
    '😀👨‍👩‍👧',
    ' ',
    '\u00a0',
    '\n\n',
    '-',
  ],
  ...[
    'javascript:alert(9920)',
    'x'.repeat(499),
    'ế'.normalize('NFD').repeat(170),
    'bài '.repeat(125).trim(),
    'x'.repeat(100_000),
    '',
  ],
];

const runningAddresses = [
  'java\tscript:alert(9920)',
  ' JavaScript:alert(9920)',
  'data:text/html,<script>alert(9920)</script>',
  'vbscript:x',
  '&#106;avascript:x',
  '/tin-tuc/x" onclick="alert(9920)',
  '//kenh-la.example',
  'https://a.example/\u202e',
];

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...spoken) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...spoken.filter((text) => text.length < 60)), { maxLength: 5 })
      .map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.normalize('NFD')) },
);
/** What an editor may type anywhere: it is refused at its field, or it is served whole and harmless. */
describe('any text of an editor', () => {
  let attacked: Attacked;

  beforeAll(async () => {
    attacked = await startAttackedNewsroom();
    watchLog(attacked.newsroom.strapi);
  });
  afterAll(() => attacked.newsroom.stop());

  const get = async (path: string) =>
    sendRaw(attacked.newsroom.url, { method: 'GET', target: BASE + path, headers: [] });

  /** The document, or null when it was refused in so many words, at the field. */
  async function write<Document>(writing: Promise<Document>, fields: string[]): Promise<Document | null> {
    try {
      return await writing;
    } catch (error) {
      const { name, message, details } = error as { name: string; message: string; details?: Data };
      expect(`${name}: ${message}`).toMatch(/^ValidationError: ./);
      const paths = (details as { errors: { path: string[] }[] }).errors.map(({ path }) => path[0]);
      expect(fields).toEqual(expect.arrayContaining(paths));
      return null;
    }
  }

  async function expectServed(path: string, route: string): Promise<Record<string, unknown>> {
    const answer = await get(path);
    const text = answer.body.toString('utf8');
    expect([path, answer.status]).toEqual([path, 200]);
    expect(text).toBe(text.normalize('NFC'));
    const json = JSON.parse(text);
    expect(schemaOf(route).safeParse(json).error?.message).toBeUndefined();
    return json.data;
  }

  /** The newest entry of the list's feed, in each format, and the news sitemap, as strict readers have them. */
  async function expectInFeeds(url: string, title: string) {
    const news = syndicationPaths.filter(
      ({ path }) => path.startsWith('/feeds/:slug.') || path === '/sitemap-news.xml',
    );
    for (const { path, type = '', schema } of news) {
      const target = path.replace(':slug', 'tin-moi-nhat');
      const { body: bytes, status } = await sendRaw(attacked.newsroom.url, { method: 'GET', target, headers: [] });
      const text = bytes.toString('utf8');
      expect([path, status]).toEqual([path, 200]);
      expect(schema.safeParse(type.includes('xml') ? text : JSON.parse(text)).error?.message).toBeUndefined();
      if (path === '/sitemap-news.xml') continue;
      const [first] = await readItems(text, type);
      // The reader trims what it reads.
      expect([first!.url, first!.title?.trim() ?? '']).toEqual([url, title.replace(/\r\n?/g, '\n').trim()]);
    }
  }

  it(
    'in an article is refused at its field, or served whole and harmless',
    async () => {
      let served = 0;
      const fields = ['title', 'summary', 'author', 'sourceName', 'body'];
      const texts = fc.uniqueArray(
        fc.oneof(
          fc.tuple(fc.constantFrom('title', 'summary', 'author', 'sourceName'), anyText),
          fc.tuple(fc.constant('body'), anyText),
          fc.tuple(fc.constant('link'), fc.oneof(anyText, fc.constantFrom(...runningAddresses))),
        ),
        { minLength: 1, maxLength: 2, selector: ([field]) => field },
      );
      const photo = await attacked.write.picture();
      await fc.assert(
        fc.asyncProperty(texts, async (given) => {
          const data: Data = Object.fromEntries(given);
          if ('body' in data) {
            data.body = body(
              paragraph(`${data.body}.`),
              figure(photo.documentId, String(data.body), String(data.body)),
            );
          }
          if ('link' in data) {
            const { link: href } = data;
            delete data.link;
            data.body = body(linked(String(href)));
          }
          const slug = unique('chu').replace(' ', '-');
          const article = await write(attacked.write.article({ ...data, slug, agency: null }), fields);
          if (!article) return;
          served += 1;
          const one = await expectServed(`/articles/${slug}`, '/articles/:slug');
          await expectServed('/articles?limit=1', '/articles');
          await expectInFeeds(String(one.url), String(one.title));
          expectHarmless(String(one.html));
          if (typeof data.title === 'string') expect(one.title).toBe(writableText(data.title));
          expect((one.jsonLd as Data).headline).toBe(String(one.title).replaceAll('<', '‹'));
        }),
        { numRuns: COUNT },
      );
      tell(`${COUNT} articles, ${served} served`);
      expect(served).toBeGreaterThan(COUNT / 3);
    },
    timeFor(COUNT, 500),
  );

  it(
    'in a name of the directory or a category is refused at its field, or served',
    async () => {
      let served = 0;
      const kind = fc.constantFrom('category', 'agency', 'official');
      await fc.assert(
        fc.asyncProperty(kind, anyText, async (type, name) => {
          const slug = unique('ten').replace(' ', '-');
          const document = await write(attacked.write[type as 'agency']({ name, slug }), ['name']);
          if (!document) return;
          served += 1;
          if (type === 'category') await expectServed('/categories', '/categories');
          if (type === 'agency') await expectServed('/agencies', '/agencies');
          if (type === 'agency') await expectServed(`/agencies/${slug}`, '/agencies/:slug');
          if (type === 'official') await expectServed(`/officials/${slug}`, '/officials/:slug');
        }),
        { numRuns: COUNT },
      );
      tell(`${COUNT} names, ${served} served`);
      expect(served).toBeGreaterThan(COUNT / 3);
    },
    timeFor(COUNT, 500),
  );
});

const linked = (href: string) => ({
  type: 'paragraph',
  content: [{ type: 'text', text: 'Xem thêm', marks: [{ type: 'link', attrs: { href } }] }],
});

/** The renderer’s own elements alone: no script, no handler, no address that runs. */
function expectHarmless(html: string) {
  const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
  for (const [tag, name, attributes] of tags) {
    expect(['p', 'figure', 'img', 'figcaption', 'br', 'a', 'strong', 'em', 'cite', 'small']).toContain(
      name!.toLowerCase(),
    );
    expect(tag).not.toMatch(/(href|src|srcset)="[\s\0-\x1f]*(javascript|data|vbscript):/i);
    expect(attributes!.replace(/="[^"]*"/g, '')).not.toMatch(/\bon\w+/i);
  }
  expect(html.replace(/<\/?[a-z][^>]*>/gi, '')).not.toMatch(/[<]/);
}
