import { axeViolations, screenshot } from '../helpers/browser';
import { openPanel, type Panel } from '../helpers/panel';

const ARTICLE = 'content-manager/collection-types/plugin::newsroom.article';

describe('a search in the panel, by keyboard and without accents', () => {
  let panel: Panel;

  beforeAll(async () => {
    panel = await openPanel();
  });
  afterAll(() => panel?.close());

  /** Has a list answered as if more were found than are counted; what it gives ends that. */
  async function countMore(path: string): Promise<() => Promise<void>> {
    const isList = ({ pathname }: URL) => pathname === path;
    await panel.page.route(isList, async (route) => {
      const response = await route.fetch();
      const list = (await response.json()) as { pagination: object };
      const pagination = { ...list.pagination, total: 1_001, pageCount: 101 };
      await route.fulfill({ response, json: { ...list, pagination } });
    });
    return () => panel.page.unrouteAll({ behavior: 'wait' });
  }

  it('finds an article in its list', async () => {
    const { page, url } = panel;
    await page.goto(`${url}/admin/${ARTICLE}?plugins[i18n][locale]=vi`);
    await page.getByRole('row', { name: /Sầm Sơn/ }).waitFor();
    await page.getByRole('button', { name: 'Tìm kiếm' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('lam kinh di le');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /Sầm Sơn/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /Lam Kinh: đi lễ/ }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    await screenshot(page, 'panel-search-list');
    expect(await axeViolations(page, '[role=search], form')).toEqual([]);
  });

  it('says so where more are found than are counted', async () => {
    const { page, url } = panel;
    const countAll = await countMore(`/${ARTICLE}`);
    await page.goto(`${url}/admin/${ARTICLE}?plugins[i18n][locale]=vi&_q=xa`);
    await page.getByText('Hơn 1.000 mục').waitFor();
    await screenshot(page, 'panel-search-many');
    await countAll();
  });

  it.each([
    ['Cơ quan phụ trách nội dung', 'so tai ch', 'Sở Tài chính'],
    ['Cơ quan phụ trách nội dung', 'ubnd thi xa nghi son', 'Ủy ban nhân dân thị xã Nghi Sơn'],
    ['Cán bộ được nêu', 'tuan do', 'Đỗ Minh Tuấn'],
  ])('finds in the field “%s” by “%s”', async (label, typed, name) => {
    const { page, url } = panel;
    await page.goto(`${url}/admin/${ARTICLE}/create?plugins[i18n][locale]=vi`);
    await page.locator('input[name=title]').waitFor();
    await page.waitForLoadState('networkidle');
    const found = page.waitForResponse((response) => {
      const { pathname, searchParams } = new URL(response.url());
      return pathname.includes('/content-manager/relations/') && searchParams.get('_q') === typed;
    });
    const box = page.getByRole('combobox', { name: label });
    await box.focus();
    await page.keyboard.type(typed);
    await found;
    const option = page.getByRole('option', { name });
    await option.waitFor();
    await page.getByRole('option', { name: 'Nguyễn Hoài Anh' }).waitFor({ state: 'detached' });
    expect(await page.getByText('Không tìm thấy mục nào').count()).toBe(0);
    expect(await box.getAttribute('aria-autocomplete')).toBe('list');
    expect(await page.locator('[role=option][data-highlighted]').count()).toBe(0);
    await screenshot(page, 'panel-search-picker');
    // Of the design system's own: options are walked through by the arrows of the box, and not by the region's focus.
    const violations = await axeViolations(page, '[role=listbox]');
    expect(violations.filter((one) => !one.startsWith('scrollable-region-focusable'))).toEqual([]);
    // The list settles after the letters: an arrow before that is lost.
    for (let turn = 0; turn < 20 && (await option.getAttribute('data-highlighted')) === null; turn += 1) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await page.getByText(name).waitFor();
    await screenshot(page, 'panel-search-picked');
  });

  it('finds a picture in the media library', async () => {
    const { page, url } = panel;
    await page.goto(`${url}/admin/plugins/upload`);
    await page.getByText('Bến cảng (minh họa).jpg').first().waitFor();
    const searched = new URL(page.url());
    searched.searchParams.set('_q', 'dong lua');
    await page.goto(searched.href);
    await page.getByText('Bến cảng (minh họa).jpg').waitFor({ state: 'detached' });
    await page.getByText('Đồng lúa (minh họa).jpg').first().waitFor();
    const countAll = await countMore('/upload/files');
    await page.reload();
    await page.getByText('hơn 1.000').first().waitFor();
    await screenshot(page, 'panel-search-media-many');
    await countAll();
  });
});
