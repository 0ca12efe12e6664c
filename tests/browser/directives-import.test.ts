import type { Page } from 'playwright-core';
import { axeViolations, screenshot } from '../helpers/browser';
import { pdfOfPages } from '../helpers/file-bytes';
import { hire } from '../helpers/hire';
import { openPanel, type Panel } from '../helpers/panel';

const PAGE = '/admin/plugins/public-record/import';
const HEADINGS = '"Số, ký hiệu",Trích yếu,Cơ quan ban hành,Ngày ban hành,Tệp văn bản,Thay thế văn bản';

/** From a folder of PDFs and its list to drafts. Each step begins where the last ended. */
describe('the import of directives in the panel', () => {
  let panel: Panel;
  let clerk: Page;

  beforeAll(async () => {
    panel = await openPanel();
    clerk = await hire(panel, {
      name: 'Thu Hà',
      email: 'ha@example.vn',
      role: 'desk-reporter',
      agency: 'Sở Xây dựng',
    });
  });
  afterAll(() => panel?.close());

  const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: pdfOfPages(2) });
  const choose = (...rows: string[]) => {
    const csv = [HEADINGS, ...rows].join('\n');
    return clerk
      .locator('input[type=file]')
      .setInputFiles([
        { name: 'van-ban.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
        pdf('mot.pdf'),
        pdf('hai.pdf'),
        pdf('thừa.pdf'),
      ]);
  };

  it('is in the menu, and offers a list to fill', async () => {
    await clerk.getByRole('link', { name: 'Nhập văn bản' }).click();
    await clerk.waitForURL(`**${PAGE}`);
    const download = clerk.waitForEvent('download');
    await clerk.getByRole('button', { name: 'Tải tệp CSV mẫu' }).click();
    expect((await download).suggestedFilename()).toBe('van-ban.csv');
  });

  it('names each wrong cell, and stores nothing', async () => {
    await choose(
      '901/KH-SXD,Kế hoạch mở,Sở Xây dựng,31/02/2025,mot.pdf,',
      '902/KH-SXD,,Sở Xây dựng,05/02/2025,mat.pdf,',
    );
    const alert = clerk.getByRole('alert').filter({ hasText: 'Chưa nhập văn bản nào' });
    await alert.waitFor();
    const said = await alert.textContent();
    expect(said).toContain('Dòng 2, cột “Ngày ban hành”');
    expect(said).toContain('Dòng 3, cột “Trích yếu”');
    expect(await axeViolations(clerk)).toEqual([]);
    await screenshot(clerk, 'directives-import-refused');
  });

  it('makes drafts of all, with the files that the list names, and nothing the second time', async () => {
    const rows = [
      '901/KH-SXD,Kế hoạch mở,Sở Xây dựng,01/02/2025,mot.pdf,',
      '902/KH-SXD,Kế hoạch sau,Sở Xây dựng,05/02/2025,mot.pdf; hai.pdf,901/KH-SXD',
    ];
    await choose(...rows);
    await clerk.getByRole('button', { name: 'Nhập 2 văn bản' }).click();
    await clerk.getByText('Đã tạo 2 bản nháp; 0 văn bản đã có').waitFor();
    await choose(...rows);
    await clerk.getByText('Không có gì thay đổi: cả 2 văn bản đã có.').waitFor();
    expect(await axeViolations(clerk)).toEqual([]);
    await screenshot(clerk, 'directives-import-done');

    await clerk.getByRole('link', { name: 'Xem các văn bản' }).click();
    await clerk.getByText('902/KH-SXD').click();
    await clerk.getByText('901/KH-SXD (bản nháp)', { exact: true }).waitFor();
    await clerk.goto(`${panel.url}/admin/plugins/upload`);
    await clerk.getByText('hai.pdf').first().waitFor();
    expect(await clerk.getByText('thừa.pdf').count()).toBe(0);
  });
});
