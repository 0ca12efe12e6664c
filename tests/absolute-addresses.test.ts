import { oneArticle } from '../src/contract';
import { body, figure, paragraph, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';

const PORTAL = 'https://cong.example.vn';
const FILES = 'https://toa-soan.example.vn';

/** Fields whose value is an address. */
const IS_ADDRESS = /^(.*url|@id|identifier|website|image)$/i;

const linked = (text: string, href: string) => ({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] });

describe('addresses of an answer', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  beforeAll(async () => {
    newsroom = await startNewsroom(undefined, { environment: { PORTAL_URL: PORTAL, PUBLIC_URL: FILES } });
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  /** Every address of a JSON value, those in its HTML among them. */
  function addressesIn(value: unknown, name = ''): string[] {
    if (typeof value === 'string' && name === 'html') {
      return [...value.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)].flatMap(([, attribute]) =>
        attribute!.split(', ').map((one) => one.split(' ')[0]!),
      );
    }
    if (typeof value === 'string') return IS_ADDRESS.test(name) ? [value] : [];
    if (Array.isArray(value)) return value.flatMap((one) => addressesIn(one, name));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([field, one]) => addressesIn(one, field));
  }

  async function published(hrefs: string[]) {
    const picture = await write.picture({ name: 'cau.png' });
    const file = await write.picture({ name: 'van-ban.png' });
    const { slug } = await write.article({
      cover: picture.id,
      attachments: [file.id],
      sourceName: 'Báo',
      sourceUrl: 'https://bao.example/a"b',
      legacyUrl: `/portal/Pages/Bài cũ ${hrefs.length}.aspx`,
      body: body(
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Mục tiêu' }] },
        { type: 'paragraph', content: hrefs.map((href) => linked('liên kết ', href)) },
        {
          type: 'bulletList',
          content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [linked('mục', hrefs[0]!)] }] }],
        },
        figure(picture.documentId, 'Cầu.', 'Cầu.'),
        paragraph(' href="/khong-phai-lien-ket" '),
      ),
    });
    const answer = await fetch(`${newsroom.url}/api/portal/v1/articles/${slug}`);
    return oneArticle.parse(await answer.json()).data;
  }

  it('are absolute: pages by PORTAL_URL, files by PUBLIC_URL, links into the text as they are', async () => {
    const article = await published(['/tin-tuc/bai?a=1&b=2', '/uploads/nghi-quyet.pdf#p2', '#muc-tieu', 'tel:113']);
    const shown = [
      `<a href="${PORTAL}/tin-tuc/bai?a=1&amp;b=2">`,
      `<a href="${FILES}/uploads/nghi-quyet.pdf#p2">`,
      '<a href="#muc-tieu">',
      '<a href="tel:113">',
    ];
    const blocks = article.body.map((block) => ('html' in block ? block.html : '')).join('');
    for (const link of shown) {
      expect(article.html).toContain(link);
      expect(blocks).toContain(link);
    }
    expect(article.html).toContain('href=&quot;/khong-phai-lien-ket&quot;');
    expect(article.legacyUrl).toBe(`${PORTAL}/portal/Pages/B%C3%A0i%20c%C5%A9%204.aspx`);

    const addresses = addressesIn(article).filter((address) => !/^(#|tel:)/.test(address));
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) expect(address).toMatch(/^https?:\/\/[^\s"<>]+$/);
    expect(addresses.filter((address) => address.includes('/uploads/')).every((one) => one.startsWith(FILES))).toBe(
      true,
    );
  });

  it('have no character that an address cannot have', async () => {
    const article = await published(['https://bao.example/a"b<c>|d', '/tin-tuc/"x"', '/chuyên-mục/a%20b']);
    expect(article.source?.url).toBe('https://bao.example/a%22b');
    expect(article.html).toContain('href="https://bao.example/a%22b%3Cc%3E%7Cd"');
    expect(article.html).toContain(`href="${PORTAL}/tin-tuc/%22x%22"`);
    expect(article.html).toContain(`href="${PORTAL}/chuy%C3%AAn-m%E1%BB%A5c/a%20b"`);
    const feed = await (await fetch(`${newsroom.url}/feeds/tin-moi-nhat.json`)).text();
    expect(feed).toContain('https://bao.example/a%22b%3Cc%3E%7Cd');
    expect(feed).not.toContain('a&quot;b');
  });
});
