import type { HtmlElement } from './html-tree';

const RUNS = /^\s*javascript:/i;
const SHARES =
  /^\s*(?:https?:)?\/\/(?:[\w-]+\.)*(?:facebook|twitter|x|zalo|linkedin|addthis|addtoany|pinterest)\.(?:com|me|vn)\b/i;
const SMALLEST = 32;
const ORNAMENT = /^(?:spacer|blank|pixel|clear|icons?|btn|button|arrow|bullet|print|share|loading)(?:[\d_.-]|$)/i;

/** Whether a link is a button of the page: it runs something, or opens a network to share on. */
export const isButtonLink = (href: string | undefined): boolean => RUNS.test(href ?? '') || SHARES.test(href ?? '');

const isSmall = ({ attributes: { width, height } }: HtmlElement) =>
  [width, height].some((size) => /^\d+(?:px)?$/.test(size ?? '') && Number.parseInt(size ?? '', 10) <= SMALLEST);

/** The address of the picture that an `<img>` shows, or null for spacers and icons. Lazy pages name it elsewhere. */
export function pictureSource(element: HtmlElement): string | null {
  const { attributes } = element;
  const lazy = attributes['data-src'] ?? attributes['data-original'] ?? attributes['data-lazy-src'];
  const src = (lazy ?? attributes.src ?? '').trim();
  const fileName = src.startsWith('data:') ? '' : (src.split(/[?#]/)[0]?.split('/').pop() ?? '');
  return src === '' || isSmall(element) || ORNAMENT.test(fileName) ? null : src;
}
