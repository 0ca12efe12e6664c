import type { Page, Request, Response } from 'playwright-core';
import { axeViolations, screenshot } from '../helpers/browser';
import { hire } from '../helpers/hire';
import { openPanel, signInToPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';

const TYPES = '/admin/content-manager/collection-types';
const ARTICLES = `${TYPES}/plugin::newsroom.article`;
const AGENCY = 'Sở Xây dựng';
const DOCUMENT = /\/[a-z0-9]{24}(\?|$)/;

/** Days and times in the forms, as they are typed; the browser is in another zone than the portal. */
describe('a day and a time that an editor types', () => {
  let panel: Panel;
  let page: Page;
  let reporter: Page;
  let approver: Page;
  let article: string;
  /** Requests that save or publish a document. */
  const sent: Request[] = [];

  const day = (of = page, field = 'publishedOn') => of.locator(`input[name=${field}]`);
  const time = (of = page, field = 'publishedOn') => of.locator(`input[name=${field}-time]`);
  const button = (name: string, of = page) => of.getByRole('button', { name, exact: true });
  const sentFields = () => sent.at(-1)!.postDataJSON() as Record<string, unknown>;

  async function open(of: Page, address: string): Promise<void> {
    await of.goto(address);
    await of.locator('form').waitFor();
    // The form is filled once more when Strapi knows the type.
    await of.waitForLoadState('networkidle');
  }
  /** Opens a new article with a title, so that it can be saved at once. */
  async function begin(of: Page, title: string): Promise<void> {
    await open(of, `${panel.url}${ARTICLES}/create?plugins[i18n][locale]=vi`);
    await of.locator('input[name=title]').fill(title);
  }
  /** Does what saves the form, and waits until the form has read what was saved. */
  async function saving(press: () => Promise<void>): Promise<void> {
    const isOfDocument = (response: Response) => response.url().includes('/content-manager/collection-types/');
    const answered = page.waitForResponse((response) => sent.includes(response.request()));
    const read = answered.then(() =>
      page.waitForResponse((response) => isOfDocument(response) && DOCUMENT.test(response.url())),
    );
    await press();
    expect((await answered).status()).toBeLessThan(300);
    await read;
    await page.getByRole('button', { name: 'Lưu', exact: true, disabled: true }).waitFor();
  }
  const save = () => saving(() => button('Lưu').click());
  const inNewYork = (email: string, password: string) =>
    signInToPanel(panel.browser, panel.url, email, password, { timezoneId: 'America/New_York' });

  beforeAll(async () => {
    panel = await openPanel();
    page = await inNewYork(ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
    page.on('request', (request) => {
      if (request.method() !== 'GET' && request.url().includes('/content-manager/collection-types/'))
        sent.push(request);
    });
    reporter = await hire(panel, { name: 'Thu Hà', email: 'ha@example.vn', role: 'desk-reporter', agency: AGENCY });
    approver = await hire(panel, {
      name: 'Minh Châu',
      email: 'chau@example.vn',
      role: 'desk-approver',
      agency: AGENCY,
    });
    await begin(page, 'Lịch tiếp công dân');
    await save();
    await page.waitForURL(DOCUMENT);
    article = page.url();
  });
  afterAll(() => panel?.close());

  it.each([
    ['05-12-2026', '07:00', '2026-12-05T00:00:00.000Z', /^Thứ Bảy, 05\/12\/2026 — .*, 7 giờ sáng/],
    ['5/12/2026', '7h30', '2026-12-05T00:30:00.000Z', /7 giờ 30 sáng/],
    ['05.12.2026', '19:05', '2026-12-05T12:05:00.000Z', /7 giờ 05 tối/],
    ['5 12 2026', '7 giờ 15', '2026-12-05T00:15:00.000Z', /7 giờ 15 sáng/],
    ['19 - 02 - 2021', '5:17 CH', '2021-02-19T10:17:00.000Z', /^Thứ Sáu, 19\/02\/2021 — .*, 5 giờ 17 chiều/],
    ['Đăng ngày 20 - 02 - 2021', '0:00', '2021-02-19T17:00:00.000Z', /^Thứ Bảy, 20\/02\/2021 — .*, 0 giờ đêm/],
    ['2026-12-05', '08:00', '2026-12-05T01:00:00.000Z', /8 giờ sáng/],
    ['05122026', '0830', '2026-12-05T01:30:00.000Z', /8 giờ 30 sáng/],
    ['ngày 5 tháng 12 năm 2026', '9h', '2026-12-05T02:00:00.000Z', /9 giờ sáng/],
    ['2026-12-05T10:00+07:00', '', '2026-12-05T03:00:00.000Z', /10 giờ sáng/],
    ['', '', null, /^$/],
  ])('reads %j %j as %s, says what it means, and saves it', async (typedDay, typedTime, value, meaning) => {
    await day().fill(typedDay);
    await time().fill(typedTime);
    const description = (await day().getAttribute('aria-describedby'))!.split(' ')[0]!;
    expect(await page.locator(`[id="${description}"]`).innerText()).toMatch(meaning);
    await save();
    expect(sentFields().publishedOn).toBe(value);
    // Once it is left, the field shows the portal's time.
    const shown =
      value === null ? ['', ''] : [expect.stringMatching(/^\d\d\/\d\d\/\d{4}$/), expect.stringMatching(/^\d\d:\d\d$/)];
    expect([await day().inputValue(), await time().inputValue()]).toEqual(shown);
  });

  it.each([0, 5, 10, 20, 40])('takes it when Save is pressed %d ms later', async (delay) => {
    const minute = String(10 + delay);
    await day().fill('05/12/2026');
    // The first key enables the button; the press follows the last.
    await time().fill('7');
    await page.getByRole('button', { name: 'Lưu', exact: true, disabled: false }).waitFor();
    await saving(() => typeAndPress(page, `7h${minute}`, 'Lưu', delay));
    expect(sentFields().publishedOn).toBe(`2026-12-05T00:${minute}:00.000Z`);
  });

  it('takes it when the shortcut follows the last key at once', async () => {
    await day().fill('06/12/2026');
    await time().fill('');
    await time().pressSequentially('7h45');
    await saving(() => page.keyboard.press('Control+s'));
    expect(sentFields().publishedOn).toBe('2026-12-06T00:45:00.000Z');
  });

  it.each([0, 20, 40])('takes it when Publish is pressed %d ms later: the article stays unseen', async (delay) => {
    const slug = `hop-bao-thang-${delay}`;
    await begin(reporter, `Họp báo tháng ${delay}`);
    await button('Lưu', reporter).click();
    await reporter.waitForURL(DOCUMENT);
    // Strapi disables the button while it counts.
    const counted = approver.waitForResponse((response) => response.url().includes('/countDraftRelations'));
    await open(approver, reporter.url());
    await counted;
    await approver.getByRole('button', { name: 'Xuất bản', exact: true, disabled: false }).waitFor();
    await day(approver).fill('05/12/2096');
    const published = approver.waitForResponse((response) => response.url().includes('/actions/publish'));
    await typeAndPress(approver, '7h30', 'Xuất bản', delay);
    const response = await published;
    expect(response.request().postDataJSON()).toMatchObject({ publishedOn: '2096-12-05T00:30:00.000Z' });
    expect(response.status()).toBe(200);
    expect((await fetch(`${panel.url}/api/portal/v1/articles/${slug}`)).status).toBe(404);
  });

  describe('and that cannot be read', () => {
    beforeAll(() => open(page, article));

    it.each([
      ['31/02/2026', '7h30', /^Không có ngày “31\/02\/2026”/, 'publishedOn'],
      ['05/12/26', '7h30', /^Hãy ghi đủ bốn chữ số của năm/, 'publishedOn'],
      ['mai', '', /^Không đọc được ngày “mai”.* 05\/12\/2026/, 'publishedOn'],
      ['05/12/2026', '', /^Hãy ghi cả giờ/, 'publishedOn-time'],
      ['05/12/2026', '25h', /^Không đọc được giờ “25h”.* 7h30/, 'publishedOn-time'],
    ])('as %j %j is not saved, stays, and is explained at its field', async (typedDay, typedTime, said, box) => {
      sent.length = 0;
      await day().fill(typedDay);
      await time().fill(typedTime);
      await button('Lưu').click();
      await page.locator(`input[name="${box}"][aria-invalid=true]:focus`).waitFor();
      const described = await page.locator(`input[name="${box}"]`).getAttribute('aria-describedby');
      const error = page.locator(`[id="${described}"]`);
      expect(await error.innerText()).toMatch(said);
      expect(await error.locator('xpath=ancestor::*[@aria-live]').count()).toBe(1);
      expect([await day().inputValue(), await time().inputValue()]).toEqual([typedDay, typedTime]);
      await page.keyboard.press('Control+s');
      await page.keyboard.press('Control+Shift+Enter');
      await page.waitForLoadState('networkidle');
      expect(sent.map((request) => request.url())).toEqual([]);
    });

    it('looks so, and is saved when it has been put right', async () => {
      await day().fill('31/02/2026');
      await time().fill('7h30');
      await button('Lưu').click();
      await page.locator('[data-strapi-field-error]').waitFor();
      await screenshot(page, 'unreadable-day');
      expect(await axeViolations(page, 'form [role=group]:has(input[name=publishedOn])')).toEqual([]);
      await day().fill('28/02/2026');
      expect(await page.locator('[data-strapi-field-error]').count()).toBe(0);
      await save();
      expect(sentFields().publishedOn).toBe('2026-02-28T00:30:00.000Z');
    });
  });

  it('is picked in the calendar by keyboard, and then typed to the minute', async () => {
    await day(page, 'expiresOn').fill('05/12/2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const calendar = page.getByRole('dialog', { name: 'Lịch: Ngày giờ hết hạn' });
    await calendar.getByRole('gridcell', { selected: true }).locator('button:focus').waitFor();
    await screenshot(page, 'calendar');
    expect(await axeViolations(page, '[role=dialog]')).toEqual([]);
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', 'Enter']) await page.keyboard.press(key);
    await calendar.waitFor({ state: 'detached' });
    expect(await day(page, 'expiresOn').inputValue()).toBe('13/01/2027');
    await page.locator('input[name=expiresOn-time]:focus').waitFor();
    await page.keyboard.type('17h');
    await save();
    expect(sentFields().expiresOn).toBe('2027-01-13T10:00:00.000Z');
  });

  it('fits a phone, and brings up its keys for numbers', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await day().scrollIntoViewIfNeeded();
    expect(await day().getAttribute('inputmode')).toBe('decimal');
    const right = (box: { x: number; width: number } | null) => box!.x + box!.width;
    expect(right(await time().boundingBox())).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'Chọn ngày trong lịch (Ngày giờ đăng)' }).click();
    await page.getByRole('dialog').getByRole('grid').waitFor();
    expect(right(await page.getByRole('dialog').boundingBox())).toBeLessThanOrEqual(360);
    await screenshot(page, 'calendar-phone');
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  it('filters and stands in a list at the portal’s time', async () => {
    await page.goto(`${panel.url}${ARTICLES}?plugins[i18n][locale]=vi`);
    await button('Bộ lọc').click();
    await page.getByRole('combobox', { name: 'Chọn trường' }).click();
    await page.getByRole('option', { name: 'Ngày giờ đăng' }).click();
    const box = page.getByRole('textbox', { name: 'Ngày giờ đăng' });
    await box.fill('31/02/2026');
    await button('Thêm bộ lọc').click();
    await page.getByText(/^Không có ngày “31\/02\/2026”/).waitFor();
    await box.fill('28/02/2026 7h30');
    await page.getByText(/^Thứ Bảy, 28\/02\/2026 — .*7 giờ 30 sáng/).waitFor();
    await button('Thêm bộ lọc').click();
    await page.getByText('Ngày giờ đăng là 2026-02-28 07:30+07:00').first().waitFor();
    const rows = page.getByRole('row').filter({ has: page.getByRole('checkbox') });
    await page.getByRole('gridcell', { name: '28/02/2026 07:30', exact: true }).waitFor();
    expect(await rows.filter({ hasText: 'Lịch tiếp công dân' }).count()).toBe(1);
    await screenshot(page, 'list-by-day');
  });

  it('is a civil day where no time is asked', async () => {
    await open(page, `${panel.url}${TYPES}/plugin::directory.agency/create?plugins[i18n][locale]=vi`);
    await page.locator('input[name=name]').fill('Ban Quản lý dự án số 9');
    await day(page, 'foundedOn').fill('31/04/2020');
    await button('Lưu').click();
    await page.getByText(/^Không có ngày “31\/04\/2020”/).waitFor();
    await day(page, 'foundedOn').fill('01.7.2025');
    await page.getByText(/^Thứ Ba, 01\/07\/2025 — /).waitFor();
    await save();
    expect(sentFields().foundedOn).toBe('2025-07-01');
    expect(await day(page, 'foundedOn').inputValue()).toBe('01/07/2025');
  });
});

/** Types a time and presses a button so many milliseconds later, sooner than a person or a driver of browsers could. */
function typeAndPress(page: Page, text: string, name: string, delay: number): Promise<void> {
  return page.evaluate(
    async ([typed, label, after]) => {
      const box = document.querySelector<HTMLInputElement>('input[name=publishedOn-time]')!;
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === label)!;
      box.focus();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(box, typed);
      box.dispatchEvent(new Event('input', { bubbles: true }));
      if (after > 0) await new Promise((resolve) => setTimeout(resolve, after));
      button.click();
    },
    [text, name, delay] as const,
  );
}
