import fs from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import english from '../../src/plugins/portal-site/server/src/words/en.json';
import vietnamese from '../../src/plugins/portal-site/server/src/words/vi.json';
import { axeViolations, launchBrowser, openPage, screenshot, settled } from '../helpers/browser';
import type { NewsroomProcess } from '../helpers/newsroom-process';
import { ADMIN, startSampleNewsroom } from '../helpers/sample-newsroom';
import { PLACES } from './portal-places';

const ARTICLES = 'content-manager/collection-types/plugin::newsroom.article';
const CITADEL = 'Thành Nhà Hồ: sáu thế kỷ của một tòa thành đá';

const NAMES_OF_LANGUAGES = [vietnamese.languageName, english.languageName];

let newsroom: NewsroomProcess;
let settings: { DATA_DIR: string };
let browser: Browser;
let page: Page;
let faults: string[];
let home: string;

beforeAll(async () => {
  ({ newsroom, settings, url: home } = await startSampleNewsroom());
  browser = await launchBrowser();
});

beforeEach(async () => {
  ({ page, faults } = await openPage(browser));
});

afterEach(async () => {
  await page.context().close();
  expect(faults).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await newsroom.end('SIGINT');
  await fs.rm(settings.DATA_DIR, { recursive: true });
});

async function open(address: string): Promise<void> {
  await page.goto(home + address);
  await settled(page);
}

const textsOf = async (selector: string) =>
  (await page.locator(selector).allInnerTexts()).map((words) => words.replace(/\n+/g, '\n'));
const linksOf = (selector: string) =>
  page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href')));

describe.each(PLACES.flatMap(({ vi, en }) => [vi, en]))('$address', ({ address, heading }) => {
  it('has one h1, fits small and large screens, and has no axe-core violation, in dark mode too', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(address);
    const name = address.replace(/[^\w-]+/g, '_').slice(0, 60);
    expect(await page.locator('h1').allTextContents()).toEqual([heading]);
    expect(await page.title()).toContain(heading);
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(page, `portal-360${name}`);

    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(page, `portal-1280${name}`);
  });
});

describe.each(PLACES.map(({ en }) => en))('$address', ({ address }) => {
  it('is in English in its HTML, and when rendered has no Vietnamese word of its own', async () => {
    const sent = await fetch(home + address, { headers: { accept: 'text/html' } }).then((answer) => answer.text());
    expect(sent).toContain('<html lang="en">');
    expect(sent).toContain(`>${english.skip}<`);

    await open(address);
    const own = Object.values(vietnamese).filter((words) => !NAMES_OF_LANGUAGES.includes(words));
    const said = await page.evaluate(() => [
      ...document.title.split(' – '),
      ...document.body.innerText.split('\n'),
      ...[...document.querySelectorAll('[aria-label], [title]')].flatMap((one) => [
        one.ariaLabel,
        one.getAttribute('title'),
      ]),
      document.querySelector<HTMLMetaElement>('meta[name=description]')?.content,
    ]);
    expect(said.filter((line) => line && own.some((words) => isOf(words, line.trim())))).toEqual([]);
  });
});

describe('a reader', () => {
  it('sees the latest news first, and its pictures in the renditions that fit', async () => {
    await open('/');
    const lead = page.locator('.lead-card img');
    await lead.evaluate((picture: HTMLImageElement) => picture.decode());
    expect(await lead.evaluate((picture: HTMLImageElement) => picture.currentSrc)).toMatch(
      /\/uploads\/(medium|large)_/,
    );
    await screenshot(page, 'portal-home', { fullPage: false });
  });

  it('opens the menu of a telephone, and closes it, by keyboard', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('/co-quan');
    const link = page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: 'Tin tức' });
    expect(await link.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Mục lục' }).focus();
    await page.keyboard.press('Enter');
    await link.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(page, 'portal-menu', { fullPage: false });
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await link.click();
    await page.waitForURL(`${home}/tin-tuc`);
  });

  it('fetches styles and scripts once, and walks the whole portal without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    const plain = await context.newPage();
    const session = await context.newCDPSession(plain);
    await session.send('Network.enable');
    const fetched: string[] = [];
    const kept = new Set<string>();
    session.on('Network.requestServedFromCache', ({ requestId }) => kept.add(requestId));
    session.on('Network.responseReceived', ({ requestId, response: { url, fromDiskCache } }) => {
      if (url.includes('/assets/') && !fromDiskCache && !kept.has(requestId)) fetched.push(url);
    });
    const follow = async (name: string | RegExp, heading: string | RegExp) => {
      await plain.locator('main').getByRole('link', { name }).first().click();
      await plain.getByRole('heading', { level: 1, name: heading }).waitFor();
    };
    await plain.goto(home);
    await follow('Cẩm nang cho người dân', 'Cẩm nang cho người dân');
    await plain.goto(`${home}/tin-tuc`);
    await follow('Xem thêm', 'Tin tức');
    expect(plain.url()).toContain('/tin-tuc?cursor=');
    await plain.goto(`${home}/tin-tuc/khu-kinh-te-nghi-son-va-cac-khu-cong-nghiep-nhung-noi-dung-chinh-cua-bao-cao`);
    await follow('Nguyễn Văn Thi', 'Nguyễn Văn Thi');
    await plain.goto(`${home}/can-bo/nguyen-hoai-anh`);
    await follow('Ủy ban nhân dân tỉnh Thanh Hóa', 'Ủy ban nhân dân tỉnh Thanh Hóa');
    await plain.getByRole('link', { name: 'English' }).click();
    await plain.getByRole('heading', { level: 1, name: 'People’s Committee of Thanh Hoa Province' }).waitFor();
    await plain.getByRole('link', { name: 'Tiếng Việt' }).click();
    await plain.getByRole('heading', { level: 1, name: 'Ủy ban nhân dân tỉnh Thanh Hóa' }).waitFor();
    // A browser without windows shows no icon, and fetches none.
    const shown = fetched.filter((url) => !/\/assets\/favicon\.\w+\.svg$/.test(url));
    expect(shown).toEqual([expect.stringMatching(/\/assets\/portal\.\w+\.css$/)]);
    expect(fetched.length - shown.length).toBeLessThanOrEqual(1);
    await context.close();
  });

  it('reaches the text and the navigation by keyboard', async () => {
    await open('/co-quan/so-tai-chinh');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim());
    const stops: (string | undefined)[] = [];
    for (let stop = 0; stop < 10; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(await focused());
    }
    const wordmark = 'Cổng thông tin điện tử tỉnh Thanh Hóa';
    const { skip, search, news, categories, officials, agencies } = vietnamese;
    const sections = [vietnamese.home, news, categories, officials, agencies];
    // The box of search has no text of its own.
    expect(stops).toEqual([skip, wordmark, 'English', '', search, ...sections]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${home}/co-quan`);
    const first = page.locator('main .agency-row a').first();
    await first.waitFor();

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe(await first.innerText());
  });

  it('switches to the other language of the page, or of the home page where an article has none', async () => {
    const other = () => page.getByRole('banner').locator('[hreflang]').getAttribute('href');
    await open('/en/co-quan/ubnd-tinh');
    expect(await other()).toBe('/co-quan/ubnd-tinh');
    await open('/tin-tuc?agency=so-tai-chinh');
    expect(await other()).toBe('/en/tin-tuc?agency=so-tai-chinh');
    await open('/tin-tuc/lam-kinh-di-le-di-xem-va-di-cham');
    expect(await other()).toBe('/en');
    await open('/tin-tuc/thanh-nha-ho-sau-the-ky-cua-mot-toa-thanh-da');
    expect(await other()).toBe(`${home}${PLACES.find(({ vi }) => vi.heading === CITADEL)?.en.address}`);
  });

  it('follows links to an article’s neighbours and to the agencies and officials that it names', async () => {
    await open('/tin-tuc/den-sam-son-giu-bien-sach-bay-dieu-nho');
    await page.getByRole('heading', { name: 'Các tin khác' }).waitFor();
    expect(await textsOf('.neighbours h3')).toEqual(['Mới hơn', 'Cũ hơn']);
    expect(await textsOf('.neighbours a')).toEqual([CITADEL, 'Lam Kinh: đi lễ, đi xem và đi chậm']);
    expect(await linksOf('main .breadcrumbs a, main .definitions a, .facts a')).toEqual([
      '/tin-tuc',
      '/chuyen-muc/tin-tuc-su-kien',
      '/chuyen-muc/van-hoa-xa-hoi',
      '/co-quan/so-van-hoa-the-thao-va-du-lich',
      '/co-quan/ubnd-phuong-sam-son',
    ]);

    await open('/tin-tuc/khu-kinh-te-nghi-son-va-cac-khu-cong-nghiep-nhung-noi-dung-chinh-cua-bao-cao');
    expect(await linksOf('.facts a')).toContain('/can-bo/nguyen-van-thi');
  });

  it('reads the tree of categories, and one with its branches and the articles of all of them', async () => {
    await open('/chuyen-muc');
    expect(await textsOf('.tree .tree a')).toContain('Cẩm nang cho người dân');
    await open('/chuyen-muc/cai-cach-hanh-chinh');
    await page.getByText('Thủ tục hành chính, dịch vụ công trực tuyến, bộ phận một cửa.').waitFor();
    expect(await textsOf('.subcategories a')).toEqual(['Cẩm nang cho người dân']);
    expect(new Set(await textsOf('.card-category'))).toEqual(
      new Set(['Cải cách hành chính', 'Cẩm nang cho người dân']),
    );
    await page.getByRole('link', { name: 'Cẩm nang cho người dân' }).click();
    await settled(page);
    expect(await textsOf('.breadcrumbs a')).toEqual(['Chuyên mục', 'Cải cách hành chính']);
  });

  it('loads more articles until the end, and keeps the focus at the first new one', async () => {
    await open('/tin-tuc');
    const titles = () => textsOf('.card-list h2');
    const first = await titles();
    expect(first).toHaveLength(10);
    await page.getByRole('link', { name: 'Xem thêm' }).click();
    await page.getByText(/Đã thêm \d+ mục\./).waitFor();
    const all = await titles();
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all).size).toBe(all.length);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(all[10]);
    expect(await page.getByRole('link', { name: 'Xem thêm' }).isVisible()).toBe(false);
    expect(page.url()).toBe(`${home}/tin-tuc`);
  });

  it('finds an official under the agency, and the posts held, to the day or the year that is known', async () => {
    await open('/can-bo');
    expect(await textsOf('.official-groups h2, .official-row')).toEqual([
      'Ủy ban nhân dân tỉnh Thanh Hóa',
      'Nguyễn Hoài Anh\nChủ tịch UBND tỉnh',
    ]);
    await open('/can-bo/nguyen-hoai-anh');
    expect(await page.getByRole('region', { name: 'Chức vụ đang giữ' }).innerText()).toContain('Từ 17/09/2025');
    expect(await page.getByRole('region', { name: 'Chức vụ đã giữ' }).count()).toBe(0);
    await open('/can-bo/nguyen-van-thi');
    const past = page.getByRole('region', { name: 'Chức vụ đã giữ' });
    expect(await past.locator('strong').allInnerTexts()).toEqual(['Ủy viên BTV Tỉnh ủy', 'Phó Chủ tịch UBND tỉnh']);
    expect(await past.locator('.period').allInnerTexts()).toEqual(['Đến năm 2025', 'Đến năm 2025']);
    expect(await textsOf('.card-title')).toEqual([expect.stringMatching(/^Khu Kinh tế Nghi Sơn/)]);
    await open('/en/can-bo/nguyen-hoai-anh');
    expect(await textsOf('.period')).toEqual(['From 17 September 2025']);
  });

  it('loads more officials, with an agency’s people grouped across pages', async () => {
    const people = { 'so-tai-chinh': 21, 'so-van-hoa-the-thao-va-du-lich': 1 };
    const token = await signIn();
    const create = (type: string, data: object) =>
      write<{ data: { documentId: string } }>(
        token,
        `/content-manager/collection-types/plugin::directory.${type}`,
        data,
      );
    const connect = (documentId: string) => ({ connect: [{ documentId }] });
    for (const [slug, count] of Object.entries(people)) {
      const { data: agency } = await read<{ data: { id: string } }>(`/api/portal/v1/agencies/${slug}`);
      const position = await create('position', { title: 'Chuyên viên', rank: 90, agency: connect(agency.id) });
      for (let number = 1; number <= count; number += 1) {
        const official = await create('official', { name: `Nguyễn Văn Số ${number}` });
        await create('appointment', {
          official: connect(official.data.documentId),
          position: connect(position.data.documentId),
          kind: 'full',
          precision: 'day',
        });
      }
    }
    await open('/can-bo');
    const rows = () => textsOf('.official-row');
    expect(await rows()).toHaveLength(20);
    await page.getByRole('link', { name: 'Xem thêm' }).click();
    await page.getByText('Đã thêm 3 mục.').waitFor();
    expect(new Set(await rows()).size).toBe(22);
    expect(await rows()).toHaveLength(23);
    expect(await textsOf('.official-groups h2')).toEqual([
      'Sở Tài chính',
      'Ủy ban nhân dân tỉnh Thanh Hóa',
      'Sở Văn hóa, Thể thao và Du lịch',
    ]);
    expect(await page.evaluate(() => document.activeElement?.closest('.official-row') !== null)).toBe(true);
  });

  it('expands the tree of agencies, and sees an agency’s parents, predecessors and successors', async () => {
    await open('/co-quan');
    const child = page.getByRole('link', { name: 'Sở Tài chính' });
    expect(await child.isVisible()).toBe(true);
    await page.getByRole('listitem').filter({ has: child }).locator('summary').first().click();
    expect(await child.isVisible()).toBe(false);

    await open('/co-quan/so-tai-chinh');
    expect(await textsOf('.breadcrumbs a')).toEqual(['Cơ quan', 'Ủy ban nhân dân tỉnh Thanh Hóa']);
    expect(await textsOf('section[aria-labelledby=predecessors] li')).toEqual([
      'Sở Kế hoạch và Đầu tư\ntoàn bộ, từ 01/03/2025',
    ]);
    await open('/co-quan/ubnd-phuong-dong-tho');
    await page.getByText('Cơ quan này không còn hoạt động.').waitFor();
    expect(await textsOf('section[aria-labelledby=successors] li')).toEqual([
      'Ủy ban nhân dân phường Hạc Thành\nmột phần, từ 01/07/2025, theo 1686/NQ-UBTVQH15',
      'Ủy ban nhân dân phường Hàm Rồng\nmột phần, từ 01/07/2025, theo 1686/NQ-UBTVQH15',
    ]);
    await open('/co-quan/ubnd-tinh');
    expect(await page.getByRole('region', { name: 'Lãnh đạo' }).locator('a').allInnerTexts()).toEqual([
      'Nguyễn Hoài Anh',
    ]);
    expect(await linksOf('main .definitions a')).toEqual(['https://thanhhoa.gov.vn/']);
  });

  it('is redirected to the new address of a moved page, and sees a notice for a removed one', async () => {
    const { data: articles } = await read<{ data: { id: string; slug: string }[] }>('/api/portal/v1/articles');
    const [moved, gone] = [articles[3]!, articles[4]!];
    await asEditor(moved.id, 'publish', { slug: 'dia-chi-moi' });
    await asEditor(gone.id, 'unpublish', {});

    await open(`/tin-tuc/${moved.slug}`);
    expect(page.url()).toBe(`${home}/tin-tuc/dia-chi-moi`);
    await open(`/tin-tuc/${gone.slug}`);
    expect(await textsOf('h1')).toEqual([vietnamese.goneTitle]);
    expect(await axeViolations(page)).toEqual([]);
    await screenshot(page, 'portal-gone');
  });
});

/** Whether a line is one of the page's own strings, filled in; one that is nothing but places says nothing. */
function isOf(words: string, line: string): boolean {
  const parts = words.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return /\p{L}/u.test(parts.join('')) && new RegExp(`^${parts.join('.+')}$`).test(line);
}

const read = <Answer>(address: string, request: RequestInit = {}): Promise<Answer> =>
  fetch(home + address, request).then((answer) => answer.json() as Promise<Answer>);

/** The authorisation of the administrator of the settings. */
async function signIn(): Promise<string> {
  const { data } = await read<{ data: { token: string } }>('/admin/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD }),
  });
  return `Bearer ${data.token}`;
}

/** A write of the panel that must succeed. */
async function write<Answer>(authorization: string, path: string, body: object, headers = {}): Promise<Answer> {
  const answer = await fetch(home + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, ...headers },
    body: JSON.stringify(body),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${path} ${answer.status}: ${said}`);
  return JSON.parse(said) as Answer;
}

/** One action of the panel on the revision that it shows, by the administrator of the settings. */
async function asEditor(id: string, action: string, body: object): Promise<void> {
  const authorization = await signIn();
  const { data } = await read<{ data: { revision: number } }>(`/${ARTICLES}/${id}?locale=vi`, {
    headers: { authorization },
  });
  await write(authorization, `/${ARTICLES}/${id}/actions/${action}?locale=vi`, body, {
    'x-desk-base': String(data.revision),
    'x-desk-override': 'mot-minh',
  });
}
