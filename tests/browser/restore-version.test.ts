import type { Page } from 'playwright-core';
import { entered, screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';
import { post } from '../helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

type Article = { documentId: string; revision: number };

describe('restoring a version', () => {
  let panel: Panel;
  let page: Page;
  let documentId: string;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    const ask = async <Data>(path: string, init: RequestInit): Promise<Data> =>
      ((await (await fetch(panel.url + path, init)).json()) as { data: Data }).data;
    const login = post({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
    const headers = { Authorization: `Bearer ${(await ask<{ token: string }>('/admin/login', login)).token}` };
    const first = { title: 'Bản đầu', author: 'Thu Hà', publishedOn: '2026-01-05T01:00:00.000Z' };
    const made = await ask<Article>(`${ARTICLES}?locale=vi`, post(first, headers));
    ({ documentId } = made);
    const save = (locale: string, data: object, base: number) =>
      ask<Article>(`${ARTICLES}/${documentId}?locale=${locale}`, {
        ...post(data, { ...headers, 'X-Desk-Base': String(base) }),
        method: 'PUT',
      });
    const later = { title: 'Bản sau', author: 'Minh Châu', publishedOn: '2026-02-05T01:00:00.000Z' };
    await save('vi', later, made.revision);
    await save('en', { title: 'In English' }, 0);
  });
  afterAll(() => panel?.close());

  const value = (name: string) => page.locator(`input[name=${name}]`).inputValue();

  it('says what it leaves, and changes what other languages share only when that is chosen', async () => {
    await page.goto(`${panel.url}/admin${ARTICLES}/${documentId}?plugins[i18n][locale]=vi`);
    await page.getByRole('button', { name: 'Xem bản này' }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Khôi phục không đổi mục này.').waitFor();
    await dialog.getByText('08:00 05/01/2026').waitFor();
    const shared = dialog.getByRole('checkbox', { name: /^Đổi cả phần dùng chung với ngôn ngữ khác: Tác giả/ });
    expect(await shared.isChecked()).toBe(false);
    await entered(dialog);
    await screenshot(page, 'restore-version');
    await shared.click();
    await dialog.getByRole('button', { name: 'Khôi phục bản này' }).click();
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=title]')?.value === 'Bản đầu',
    );
    expect([await value('author'), await value('publishedOn')]).toEqual(['Thu Hà', expect.stringMatching(/02.2026$/)]);
  });
});
