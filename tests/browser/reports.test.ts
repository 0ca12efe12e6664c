import type { Page } from 'playwright-core';
import { axeViolations, screenshot } from '../helpers/browser';
import { hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';

const REPORTS = '/admin/content-manager/collection-types/plugin::public-record.procedure-report';
const AGENCY = 'Sở Xây dựng';
const GRID = 'table[aria-label="Bảng số liệu"]';

/** As a spreadsheet puts a block of cells on the clipboard. */
const block = (...lines: string[]) => `${lines.join('\r\n')}\r\n`;

describe('a report of procedures', () => {
  let panel: Panel;
  let clerk: Page;
  let approver: Page;
  let form: string;

  beforeAll(async () => {
    panel = await openPanel();
    clerk = await hire(panel, { name: 'Thu Hà', email: 'ha@example.vn', role: 'desk-reporter', agency: AGENCY });
    approver = await hire(panel, {
      name: 'Minh Châu',
      email: 'chau@example.vn',
      role: 'desk-approver',
      agency: AGENCY,
    });
  });
  afterAll(() => panel?.close());

  const press = (of: Page, name: string) => of.getByRole('button', { name, exact: true }).click();
  const saved = (of: Page) => of.getByText('Đã lưu', { exact: true }).first().waitFor();
  const focused = (of: Page) => of.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const cell = (of: Page, row: number, column: string) => of.locator(`[data-cell="${row}:${column}"]`);
  const note = async (of: Page, step: string, words: string) => {
    await press(of, step);
    const dialog = of.getByRole('dialog');
    await dialog.getByRole('textbox').fill(words);
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
  };
  const create = async (of: Page, query = '') => {
    await of.goto(`${panel.url}${REPORTS}/create${query}`);
    await of.locator(GRID).waitFor();
    await of.waitForLoadState('networkidle');
  };
  const period = (of: Page) =>
    of.evaluate(() => [...document.querySelectorAll('[role=combobox]')].map(({ textContent }) => textContent));
  /** Puts a text on the clipboard of the page and pastes it at the focus, as Ctrl+V does. */
  const paste = (of: Page, text: string) =>
    of.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      document.activeElement!.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);

  it('is entered by a clerk by keyboard alone, who sees sums and what does not add up', async () => {
    await create(clerk, '?period=2025-01');
    expect(await period(clerk)).toEqual(expect.arrayContaining(['Tháng', '1']));
    await clerk.getByText('Chưa có báo cáo tháng 12/2024 để đối chiếu.').waitFor();

    await cell(clerk, 0, 'field').focus();
    for (const typed of ['', '1.000', '700', '300', '10', '400', '450', '50', '80', '20']) {
      await clerk.keyboard.type(typed);
      await clerk.keyboard.press('Tab');
    }
    expect(await focused(clerk)).toBe('Trả lại, rút, dòng 1');
    await clerk.keyboard.type('1o');
    await clerk.keyboard.press('Enter');
    await cell(clerk, 0, 'field').focus();
    await clerk.getByText('“1o” không phải là số nguyên; hãy viết như 1234 hoặc 1.234').waitFor();
    expect(await cell(clerk, 0, 'returned').getAttribute('aria-invalid')).toBe('true');
    await cell(clerk, 0, 'returned').fill('15');
    await clerk.getByText(/Tiếp nhận trong kỳ cộng kỳ trước chuyển sang là 1\.010, .* là 1\.015: lệch 5/i).waitFor();
    expect(await axeViolations(clerk, GRID)).toEqual([]);
    await screenshot(clerk, 'report-imbalance', { fullPage: false });
    await cell(clerk, 0, 'returned').fill('10');
    await clerk.getByText('Đúng hạn 94,44%; trực tuyến 70,00%.').waitFor();
    await cell(clerk, 0, 'field').focus();
    expect(await cell(clerk, 0, 'received').inputValue()).toBe('1.000');

    await clerk.keyboard.press('Control+s');
    await saved(clerk);
    form = clerk.url().split('?')[0]!;
    expect(await axeViolations(clerk, `form ${GRID}`)).toEqual([]);
  });

  it('is entered by pasting the cells of a spreadsheet, beside the figures of the last period', async () => {
    await create(clerk, '?period=2025-02');
    await clerk.getByRole('rowheader', { name: 'Kỳ trước (tháng 1/2025)' }).waitFor();
    // What the last period left pending is what this one begins with.
    expect(await cell(clerk, 0, 'carriedOver').inputValue()).toBe('100');
    await cell(clerk, 0, 'field').focus();
    await paste(
      clerk,
      block(
        'Đất đai\t600\t400\t200\t60\t300\t250\t50\t40\t10\t10',
        'Y tế\t400\t300\t100\t50\t200\t150\t20\t40\t20\t20',
      ),
    );
    const sums = clerk.getByRole('row', { name: /^Cộng/ }).locator('td');
    await sums.first().waitFor();
    const expected = ['1.110', '1.000', '700', '300', '110', '970', '500', '400', '70', '110', '80', '30', '30', ''];
    expect(await sums.allInnerTexts()).toEqual(expected);
    await clerk.getByText('“Kỳ trước chuyển sang” là 110, nhưng kỳ trước còn 100: lệch 10.').first().waitFor();
    await screenshot(clerk, 'report-pasted', { fullPage: false });
    await cell(clerk, 1, 'carriedOver').fill('40');
    await cell(clerk, 1, 'pendingInTime').fill('30');
    await clerk.getByText('Đúng hạn 92,78%; trực tuyến 70,00%.').waitFor();
    expect(await clerk.getByText(/lệch/).count()).toBe(0);

    await cell(clerk, 0, 'received').focus();
    await clerk.keyboard.press('Enter');
    expect(await focused(clerk)).toBe('Tiếp nhận: Trong kỳ, dòng 2 Y tế');
    await press(clerk, 'Thêm dòng');
    await clerk.keyboard.type('Thừa');
    await clerk.keyboard.press('Control+Delete');
    expect(await focused(clerk)).toBe('Lĩnh vực, dòng 2 Y tế');
    await clerk.getByText('Đã xóa dòng 3 Thừa.').waitFor({ state: 'attached' });
    await press(clerk, 'Lưu');
    await saved(clerk);
    expect(await axeViolations(clerk, '[role=group]:has(table)')).toEqual([]);
  });

  it('is submitted, and published by an approver', async () => {
    await clerk.goto(form);
    await clerk.getByText('Chỉ ghi khi sửa số liệu đã công bố. Báo cáo này chưa công bố lần nào.').waitFor();
    await note(clerk, 'Gửi duyệt', 'Theo báo cáo của Văn phòng Sở.');
    await clerk.getByText('Đã gửi, đang chờ người duyệt.').waitFor();
    await approver.goto(form);
    await approver.locator(GRID).waitFor();
    await press(approver, 'Xuất bản');
    await approver.getByText('Đã xuất bản', { exact: true }).first().waitFor();
    await approver.locator('textarea[name=correction]').waitFor();
  });

  it('is corrected with a note, which readers see', async () => {
    await clerk.goto(form);
    await cell(clerk, 0, 'resolvedLate').fill('60');
    await cell(clerk, 0, 'resolvedOnTime').fill('440');
    await press(clerk, 'Lưu');
    await saved(clerk);
    await approver.goto(form);
    await approver.locator(GRID).waitFor();
    await press(approver, 'Xuất bản');
    await approver
      .getByText(/Số liệu đã công bố có thay đổi/)
      .first()
      .waitFor();
    await clerk.locator('textarea[name=correction]').fill('Mười hồ sơ giải quyết quá hạn bị ghi nhầm là đúng hạn.');
    await press(clerk, 'Lưu');
    await saved(clerk);
    await approver.goto(form);
    await approver.locator(GRID).waitFor();
    const published = approver.waitForResponse((answer) => answer.url().includes('/actions/publish'));
    await press(approver, 'Xuất bản');
    expect((await published).status()).toBe(200);
    const answer = await fetch(`${panel.url}/api/portal/v1/procedure-progress?from=2025-01-01&to=2025-01-31`);
    const { data } = (await answer.json()) as { data: { corrections: { note: string }[]; resolvedLate: number }[] };
    expect(data).toMatchObject([{ resolvedLate: 60, corrections: [{ note: expect.stringContaining('Mười hồ sơ') }] }]);
    await approver.goto(form);
    await approver.getByText(/^\d\d\/\d\d\/\d{4}: Mười hồ sơ/).waitFor();
  });

  it('is shown by the history in words', async () => {
    await approver.goto(form);
    await approver.getByRole('heading', { name: 'Lịch sử' }).waitFor();
    await approver.getByRole('button', { name: 'Xem bản này' }).last().click();
    await approver
      .getByRole('dialog')
      .getByText('1. Tiếp nhận: Trong kỳ: 1000; Tiếp nhận: Trực tuyến: 700;')
      .first()
      .waitFor();
    await screenshot(approver, 'report-history', { fullPage: false });
  });

  it('is missed where it is not there, and begun from the list of those', async () => {
    const manager = panel.page;
    await manager.setViewportSize({ width: 1280, height: 900 });
    await manager.goto(`${panel.url}/admin/plugins/public-record/gaps`);
    await manager.getByRole('textbox', { name: 'Năm' }).fill('2025');
    await manager.getByRole('combobox', { name: 'Tháng' }).click();
    await manager.getByRole('option', { name: '3', exact: true }).click();
    await manager.getByRole('heading', { name: /^Chưa công bố tháng 3\/2025/ }).waitFor();
    await screenshot(manager, 'report-gaps', { fullPage: false });
    expect(await axeViolations(manager, 'main')).toEqual([]);
    await manager.getByRole('link', { name: `Nhập báo cáo, ${AGENCY}` }).click();
    await manager.locator(GRID).waitFor();
    await manager.getByText(AGENCY, { exact: true }).waitFor();
    await manager.getByRole('button', { name: 'Lấy các lĩnh vực của kỳ trước' }).click();
    expect(await cell(manager, 1, 'field').inputValue()).toBe('Y tế');
    expect(await cell(manager, 1, 'carriedOver').inputValue()).toBe('50');
    await screenshot(manager, 'report-new-1280', { fullPage: false });
    await manager.setViewportSize({ width: 700, height: 900 });
    await screenshot(manager, 'report-new-700', { fullPage: false });
  });

  it('of exchanged documents is entered in an English panel, on a screen of 360 px', async () => {
    const manager = panel.page;
    const asked = manager.waitForRequest(`${panel.url}/admin/users/me`);
    await manager.goto(`${panel.url}/admin/me`);
    const { authorization } = (await asked).headers();
    const chosen = await manager.request.put(`${panel.url}/admin/users/me`, {
      headers: { authorization: authorization! },
      data: { preferedLanguage: 'en' },
    });
    expect(chosen.status()).toBe(200);
    await manager.setViewportSize({ width: 360, height: 740 });
    await manager.goto(`${panel.url}${REPORTS.replace('procedure', 'exchange')}/create?period=2025-01`);
    await manager.locator('table[aria-label="Figures"]').waitFor();
    await manager.waitForLoadState('networkidle');
    await manager.getByText('There is no report of December 2024 to compare with.').waitFor();
    await cell(manager, 0, 'sent').focus();
    for (const typed of ['50', '80', '131', '75']) {
      await manager.keyboard.type(typed);
      await manager.keyboard.press('Tab');
    }
    const problem = manager.getByText(
      '“Digitally signed” (131) is more than what was sent and received (130): 1 apart',
    );
    await problem.waitFor();
    // However far the grid is scrolled.
    const { x, width } = (await problem.boundingBox())!;
    expect([x >= 0, x + width <= 360]).toEqual([true, true]);
    await screenshot(manager, 'report-exchange-360', { fullPage: false });
    expect(await axeViolations(manager, 'table[aria-label="Figures"]')).toEqual([]);
    // The grid scrolls, the page does not.
    expect(await manager.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await cell(manager, 0, 'digitallySigned').fill('120');
    await manager.getByText('On time 93,75%; digitally signed 92,31%.').waitFor();
    const stored = manager.waitForResponse(
      (answer) => answer.request().method() === 'POST' && /\/content-manager\/.*exchange-report/.test(answer.url()),
    );
    await manager.keyboard.press('Control+s');
    expect((await stored).status()).toBe(201);
  });
});
