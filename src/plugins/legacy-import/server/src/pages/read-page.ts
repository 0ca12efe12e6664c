import type { CapturedPage } from './captured-page';
import { decodePage } from './decode-page';
import { readHtmlPage } from './html/read-html-page';
import { PageRefused } from './page-refused';
import { readTextPage } from './text/read-text-page';
import { withoutInnerFiles } from './without-inner-files';

/** The largest file that is read, in bytes: pages of the portal have tens of kilobytes, with pictures inside some more. */
export const LARGEST_PAGE = 24 * 1024 * 1024;
// Of characters, once the pictures within the page are left out: a hundred times the longest article.
const LONGEST_PAGE = 3_000_000;

const LONGEST_TITLE = 500;

const LOOKS_LIKE_HTML = /<(?:!doctype|html|head|body|meta|title|div|table|p|br|font|span|h[1-6]|a)\b[^>]*>/i;
const NAMED_HTML = /\.(?:x?html?|mht|aspx?|php)$/i;

/**
 * Reads a captured page of the old portal. Whether it is HTML is decided by its content, not by its name alone.
 *
 * @param bytes the whole file
 * @param fileName its name, for the ending
 * @throws PageRefused with the reason when it cannot be read
 */
export function readPage(bytes: Uint8Array, fileName: string): CapturedPage {
  if (bytes.length > LARGEST_PAGE) throw new PageRefused('tệp lớn hơn 24 MB');
  if (bytes.length === 0) throw new PageRefused('tệp rỗng');
  const text = withoutInnerFiles(decodePage(bytes));
  if (text.length > LONGEST_PAGE) throw new PageRefused('trang dài hơn 3 triệu ký tự');
  const isHtml = NAMED_HTML.test(fileName) || LOOKS_LIKE_HTML.test(text.slice(0, 4096));
  const page = isHtml ? readHtmlPage(text) : readTextPage(text);
  if (page.title.length > LONGEST_TITLE)
    throw new PageRefused('tiêu đề dài hơn 500 ký tự; có lẽ không phải là tiêu đề');
  return page;
}
