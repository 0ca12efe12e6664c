import { isControl } from '../../furniture';
import { sameTitle } from '../../same-title';
import { blockText } from '../../white-space';
import { isButtonLink } from '../button-link';
import { ancestors, type ElementNode } from '../page-tree';

/** A picture as the page shows it. `alt` is null where the page says nothing about it. */
export type PagePicture = { src: string; alt: string | null };

const SMALLEST = 32;
const ORNAMENT = /^(?:spacer|blank|pixel|clear|icons?|btn|button|arrow|bullet|print|share|loading)(?:[\d_.-]|$)/i;
const FILE_NAME = /\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic)$/i;
const CAMERA_NAME = /^(?:dsc|img|pict?|image|photo|anh|ảnh|hinh|hình|hình ảnh|picture|untitled)?[\s_()-]*\d*$/iu;

function isSmall({ attributes }: ElementNode): boolean {
  return [attributes.width, attributes.height].some(
    (size) => size !== undefined && /^\d+(?:px)?$/.test(size) && Number.parseInt(size) <= SMALLEST,
  );
}

function isButton(element: ElementNode): boolean {
  for (const { name, attributes } of ancestors(element)) {
    if (name === 'a' && isButtonLink(attributes.href)) return true;
  }
  return false;
}

/** A text alternative that describes: not a file's or camera's name, a single word, or the article's title again. */
function realAlt(rawAlt: string | undefined, title: string): string | null {
  const alt = blockText(rawAlt ?? '');
  if (!/\s/.test(alt) || FILE_NAME.test(alt) || CAMERA_NAME.test(alt) || isControl(alt) || sameTitle(alt, title))
    return null;
  return Array.from(alt).slice(0, 1000).join('');
}

/** The picture that an `<img>` shows, or null for spacers, buttons and icons. Lazy pages name it in a `data-` attribute. */
export function pictureOf(element: ElementNode, title: string): PagePicture | null {
  const { attributes } = element;
  const lazy = attributes['data-src'] ?? attributes['data-original'] ?? attributes['data-lazy-src'];
  const src = (lazy ?? attributes.src ?? '').trim();
  const fileName = src.startsWith('data:') ? '' : (src.split(/[?#]/)[0] ?? '');
  if (src === '' || isSmall(element) || ORNAMENT.test(fileName.split('/').pop() ?? '') || isButton(element))
    return null;
  return { src, alt: realAlt(attributes.alt, title) };
}
