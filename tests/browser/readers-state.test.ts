import type { Page } from 'playwright-core';
import { screenshot } from '../helpers/browser';
import { agencyNamed, hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';
import { ADMIN } from '../helpers/sample-newsroom';
import { post } from '../helpers/sign-in';

const ARTICLES = '/content-manager/collection-types/plugin::newsroom.article';

type Article = { documentId: string; revision: number; slug: string };

describe('what readers see of an article', () => {
  let panel: Panel;
  let page: Page;
  let reporter: Page;
  let article: Article;

  beforeAll(async () => {
    panel = await openPanel();
    ({ page } = panel);
    const office = 'Ủy ban nhân dân tỉnh Thanh Hóa';
    reporter = await hire(panel, { name: 'Thu Hà', email: 'ha@example.vn', role: 'desk-reporter', agency: office });
    const ask = async <Data>(path: string, init: RequestInit): Promise<Data> =>
      ((await (await fetch(panel.url + path, init)).json()) as { data: Data }).data;
    const login = post({ email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD });
    const headers = { Authorization: `Bearer ${(await ask<{ token: string }>('/admin/login', login)).token}` };
    const data = {
      title: 'Lịch cắt điện để sửa đường dây',
      summary: 'Từ 8 giờ đến 11 giờ.',
      agency: await agencyNamed(panel.url, office),
    };
    article = await ask<Article>(`${ARTICLES}?locale=vi`, post(data, headers));
    await ask(
      `${ARTICLES}/${article.documentId}/actions/publish?locale=vi`,
      post({}, { ...headers, 'X-Desk-Base': String(article.revision), 'X-Desk-Override': 'mau' }),
    );
  });
  afterAll(() => panel?.close());

  const open = async (of: Page) => {
    await of.goto(`${panel.url}/admin${ARTICLES}/${article.documentId}?plugins[i18n][locale]=vi`);
    await of.getByText(/^Đang hiện, từ /).waitFor();
  };
  const status = async () => (await fetch(`${panel.url}/api/portal/v1/articles/${article.slug}`)).status;

  it('stays what is published when a later time is typed and saved, with a warning', async () => {
    await open(page);
    await page.locator('input[name=publishedOn]').fill('05/12/2099');
    await page.locator('input[name=publishedOn-time]').fill('7h30');
    const warning = page.getByText(/bài đang hiện sẽ ẩn đi. Sẽ hiện lúc 07:30 05.12.2099/);
    await warning.waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    await page.getByText(/^Đang hiện, từ /).waitFor();
    await warning.waitFor();
    await screenshot(page, 'readers-goes-dark');

    await page.goto(`${panel.url}/admin${ARTICLES}?plugins[i18n][locale]=vi`);
    const row = page.getByRole('row').filter({ hasText: 'Lịch cắt điện để sửa đường dây' });
    await row.getByText(/^Bản nháp đổi thành: Sẽ hiện lúc 07:30 05.12.2099/).waitFor();
    await screenshot(page, 'list-planned');
    expect(await status()).toBe(200);
  });

  it('offers to withdraw and to correct only to those who may', async () => {
    await open(reporter);
    await reporter.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    expect(await reporter.getByRole('button', { name: /^Rút bài|đính chính/ }).count()).toBe(0);
    await open(page);
    await page.getByRole('button', { name: 'Rút bài', exact: true }).waitFor();
  });

  it('is changed by who changed it last only for a reason, which is asked for in place', async () => {
    await open(page);
    await page.locator('input[name=publishedOn]').fill('01/01/2026');
    await page.locator('textarea[name=summary]').fill('Từ 8 giờ đến 10 giờ.');
    await page.getByRole('button', { name: 'Xuất bản', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Tự duyệt và xuất bản?' });
    await question.getByLabel('Lý do').fill('Điện lực vừa báo lại giờ.');
    await screenshot(page, 'publish-alone-in-place');
    await question.getByRole('button', { name: 'Tự duyệt và xuất bản' }).click();
    await page.getByText('Đã xuất bản', { exact: true }).first().waitFor();
    await page.getByText('“Điện lực vừa báo lại giờ.”').waitFor();
    const { data } = (await (await fetch(`${panel.url}/api/portal/v1/articles/${article.slug}`)).json()) as {
      data: { summary: string };
    };
    expect(data.summary).toBe('Từ 8 giờ đến 10 giờ.');
  });
});
