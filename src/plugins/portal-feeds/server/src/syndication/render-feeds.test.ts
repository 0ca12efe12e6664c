import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Feed, FeedEntry } from '../../../../../contract';
import { renderAtom } from './render-atom';
import { renderJsonFeed } from './render-json-feed';
import { renderRss } from './render-rss';

const picture = { url: 'https://cms.example/uploads/cang.jpg', type: 'image/jpeg', size: 81_234, title: null };

const whole: FeedEntry = {
  id: 'urn:uuid:11111111-1111-5111-9111-111111111111',
  url: 'https://portal.example/tin-tuc/bao-cao',
  title: 'Báo cáo “9 tháng” & kế hoạch: 5 < 7 ]]>',
  summary: 'Tóm tắt: A & B <b>không đậm</b>.',
  excerpt: 'Nội dung & số liệu.',
  html: '<p>Nội dung &amp; số liệu.</p>\n<figure><img src="https://cms.example/uploads/cang.jpg" alt=""></figure>',
  publishedOn: new Date('2021-02-19T10:17:00Z'),
  updatedOn: new Date('2021-02-20T01:00:00Z'),
  author: 'Nguyễn Văn An',
  category: { slug: 'kinh-te', name: 'Kinh tế', url: 'https://portal.example/chuyen-muc/kinh-te' },
  image: { ...picture, credit: 'Minh Hằng & Tú' },
  attachments: [
    { url: 'https://cms.example/uploads/bao-cao.pdf', type: 'application/pdf', size: 120_000, title: 'Báo cáo.pdf' },
  ],
};

const bare: FeedEntry = {
  id: 'urn:uuid:22222222-2222-5222-9222-222222222222',
  url: 'https://portal.example/tin-tuc/ngan',
  title: 'Tin ngắn',
  summary: null,
  excerpt: null,
  html: '',
  publishedOn: new Date('2021-02-18T17:00:00Z'),
  updatedOn: new Date('2021-02-18T17:00:00Z'),
  author: null,
  category: null,
  image: null,
  attachments: [],
};

const feed: Feed = {
  id: 'urn:uuid:33333333-3333-5333-9333-333333333333',
  title: 'Kinh tế – Cổng thông tin điện tử',
  description: 'Sản xuất & đầu tư',
  language: 'vi',
  address: 'https://cms.example/feeds/agencies/so-tai-chinh',
  query: '?includePredecessors=true',
  page: 'https://portal.example/co-quan/so-tai-chinh',
  publisher: 'Cổng thông tin điện tử',
  updatedOn: new Date('2021-02-20T01:00:00Z'),
  entries: [whole, bare],
  removed: [{ id: 'urn:uuid:44444444-4444-5444-9444-444444444444', on: new Date('2021-02-19T00:00:00Z') }],
};

it('renders RSS 2.0', () => expect(renderRss(feed)).toMatchSnapshot());
it('renders Atom 1.0', () => expect(renderAtom(feed)).toMatchSnapshot());
it('renders JSON Feed 1.1', () => expect(JSON.parse(renderJsonFeed(feed))).toMatchSnapshot());

const text = fc.string({ unit: 'binary' });
const anyEntry: fc.Arbitrary<FeedEntry> = fc.record({
  ...Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, fc.constant(value)])),
  title: text,
  summary: fc.option(text),
  html: text,
  author: fc.option(text),
  category: fc.record({ slug: text, name: text, url: text }),
  image: fc.oneof(fc.constant(null), text).map((credit) => ({ ...picture, credit })),
  attachments: fc.array(fc.record({ url: text, type: text, size: fc.nat(), title: fc.option(text) }), { maxLength: 2 }),
}) as never;

it('is well-formed whatever editors wrote, and JSON Feed gives it back as it is', () => {
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 3 }), text, (entries, title) => {
      const any = { ...feed, title, description: title, entries };
      for (const xml of [renderRss(any), renderAtom(any)]) new SaxesParser({ xmlns: true }).write(xml).close();
      const { items } = JSON.parse(renderJsonFeed(any)) as { items: { title: string; content_html: string }[] };
      expect(items.map((item) => [item.title, item.content_html])).toEqual(entries.map((one) => [one.title, one.html]));
    }),
    { numRuns: 500 },
  );
});
