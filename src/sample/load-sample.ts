import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { ensureDocument } from './ensure-document';
import { loadArticles } from './load-articles';
import { loadCategories } from './load-categories';
import { loadDirectives } from './load-directives';
import { loadDirectory } from './load-directory';
import { importOldPage } from './import-old-page';
import { loadPictures } from './load-pictures';
import { loadReports } from './load-reports';
import { loadProgrammes } from './load-programmes';
import { loadSite } from './load-site';
import { readSampleContent } from './sample-content';

/**
 * Fills an empty newsroom: agencies, positions, officials, categories, abbreviations, pictures, directives, a programme, illustrative reports, a dozen articles of the
 * last days, and one page of the old portal through the importer. For a newsroom without articles; a load that failed may be
 * repeated. `io.log` receives its progress, in Vietnamese.
 * @throws Error that names the step in Vietnamese, with what went wrong as its cause.
 */
export async function loadSample(strapi: Core.Strapi, io: { log(line: string): void }): Promise<void> {
  const folder = path.join(strapi.dirs.app.root, 'src/sample');
  const step = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    io.log(`Đang nạp ${title}…`);
    return work().catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Nạp nội dung mẫu dừng ở bước “${title}”: ${reason}`, { cause });
    });
  };

  const content = readSampleContent(folder);
  const directory = await step('cơ quan và chức danh', () => loadDirectory(strapi, content));
  const categories = await step('chuyên mục', () => loadCategories(strapi, content.categories));
  await step('từ viết tắt', async () => {
    for (const { short, longForms } of content.abbreviations) {
      await ensureDocument(strapi, 'plugin::portal-search.abbreviation', { short }, { longForms });
    }
  });
  await step('thiết lập trang Cổng', () => loadSite(strapi, content.site, categories));
  const pictures = await step('hình ảnh', () => loadPictures(strapi, folder, content.pictures));
  const tell = (number: number) => io.log(`Đang nạp bài mẫu ${number}/${content.articles.length}…`);
  const targets = { ...directory, categories, pictures };
  await step('văn bản chỉ đạo, điều hành', () =>
    loadDirectives(strapi, folder, content.directives, directory.agencies),
  );
  await step('chương trình', () => loadProgrammes(strapi, content.programmes, directory));
  await step('số liệu báo cáo minh họa', () => loadReports(strapi, directory));
  await step('bài mẫu', () => loadArticles(strapi, content.articles, targets, tell));
  await step('trang của cổng cũ', () => importOldPage(strapi, folder));
}
