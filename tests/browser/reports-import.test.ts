import type { Page } from 'playwright-core';
import { axeViolations, screenshot } from '../helpers/browser';
import { hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';
import { type WrittenCell, xlsx } from '../helpers/xlsx';

const HEAD = ['Lĩnh vực', 'Tiếp nhận trong kỳ', 'Kỳ trước chuyển sang', 'Giải quyết trước hạn', 'Giải quyết đúng hạn', 'Giải quyết quá hạn', 'Đang giải quyết trong hạn', 'Đang giải quyết quá hạn']; // prettier-ignore
const rows = (received: number): WrittenCell[][] => [
  ['Đất đai', received, 0, 0, received, 0, 0, 0],
  ['Hộ tịch', 5, 1, 2, 3, 0, 1, 0],
];

/** From a month's figures in a spreadsheet to drafts. Each step begins where the last ended. */
describe('the import of figures in the panel', () => {
  let panel: Panel;
  let clerk: Page;

  beforeAll(async () => {
    panel = await openPanel();
    clerk = await hire(panel, {
      ...{ name: 'Thu Hà', email: 'ha@example.vn', role: 'desk-reporter', agency: 'Sở Xây dựng' },
    });
  });
  afterAll(() => panel?.close());

  const choose = (lines: WrittenCell[][]) =>
    clerk.locator('input[type=file]').setInputFiles({
      name: 'so-lieu.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: xlsx([{ name: 'Tháng 2', rows: lines }]),
    });
  const titled = (...lines: WrittenCell[][]) => [['SỞ XÂY DỰNG'], ['Kỳ báo cáo: Tháng 2 năm 2024'], HEAD, ...lines];

  it('is in the menu, and offers a file to fill', async () => {
    await clerk.getByRole('link', { name: 'Nhập số liệu' }).click();
    await clerk.waitForURL('**/admin/plugins/public-record/report-import');
    const download = clerk.waitForEvent('download');
    await clerk.getByRole('button', { name: 'Tải tệp mẫu' }).click();
    expect((await download).suggestedFilename()).toBe('so-lieu.xlsx');
    await screenshot(clerk, 'reports-import');
  });

  it('names each wrong place, and writes nothing', async () => {
    await choose(titled(['Đất đai', '1,5', 0, 0, 1, 0, 0, 0], ['Hộ tịch', 5, 1, 2, 3, 0, 2, 0]));
    const alert = clerk.getByRole('alert').filter({ hasText: 'Chưa nhập báo cáo nào' });
    await alert.waitFor();
    const said = await alert.textContent();
    expect(said).toContain('Trang “Tháng 2” · Dòng 4 · Cột B “Tiếp nhận trong kỳ”: “1,5” có dấu phẩy');
    expect(said).toContain('Dòng 5 · Cột C “Kỳ trước chuyển sang”');
    expect(said).toContain('lệch 1');
    expect(await axeViolations(clerk)).toEqual([]);
    await screenshot(clerk, 'reports-import-refused');
  });

  it('tries a file, writes its drafts, and changes nothing the second time', async () => {
    await choose(titled(...rows(10)));
    await clerk.getByText('Sẽ tạo 1 báo cáo, sửa 0, giữ nguyên 0').waitFor();
    await clerk.getByText('Sẽ tạo: Sở Xây dựng, tháng 2/2024.').waitFor();
    expect(await axeViolations(clerk)).toEqual([]);
    await screenshot(clerk, 'reports-import-ready');
    await clerk.getByRole('button', { name: 'Nhập 1 báo cáo' }).click();
    await clerk.getByText('Đã tạo 1 báo cáo').waitFor();
    await choose(titled(...rows(10)));
    await clerk.getByText('Không có gì thay đổi: cả 1 báo cáo').waitFor();
  });

  it('takes pasted cells, of a chosen agency and period', async () => {
    const cells = [HEAD, ...rows(12)].map((line) => line.join('\t')).join('\n');
    await clerk.getByLabel('Hoặc dán các ô').fill(cells);
    await clerk.getByRole('button', { name: 'Kiểm tra các ô đã dán' }).click();
    await clerk.getByRole('alert').filter({ hasText: 'Không rõ kỳ báo cáo' }).waitFor();
    await clerk.getByRole('combobox', { name: 'Kỳ báo cáo' }).click();
    await clerk
      .getByRole('option', { name: /^tháng/ })
      .nth(1)
      .click();
    await clerk.getByLabel('Cơ quan, khi tệp không ghi').fill('Sở Xây dựng');
    await clerk.getByRole('button', { name: 'Bỏ' }).waitFor();
    await clerk.getByRole('button', { name: 'Kiểm tra các ô đã dán' }).click();
    await clerk.getByRole('button', { name: 'Nhập 1 báo cáo' }).click();
    await clerk.getByText('Đã tạo 1 báo cáo').waitFor();
    expect(await axeViolations(clerk)).toEqual([]);
    await screenshot(clerk, 'reports-import-done');
    await clerk.getByRole('link', { name: 'Xem các báo cáo giải quyết TTHC' }).click();
    await clerk.getByText('2024-02').waitFor();
  });
});
