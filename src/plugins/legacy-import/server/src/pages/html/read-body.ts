import { MAX_CAPTION } from '../../../../../../body/limits';
import type { HtmlElement } from '../../../../../../body/read-html/html-tree';
import { POLICIES } from '../../../../../../body/read-html/policies';
import { readHtml } from '../../../../../../body/read-html/read-html';
import { blockText } from '../../../../../../body/read-html/white-space';
import type { Block } from '../../../../../../body/schema';
import { isControl } from '../boilerplate';
import type { Guess, Picture } from '../captured-page';
import { sameTitle } from '../same-title';
import type { BodyRange } from './find-body';
import type { ElementNode } from './page-tree';

/** What is read from the body's part of the page. */
type ReadBody = { content: Block[]; author: string | null; pictures: Picture[]; guesses: Guess[] };

const FILE_NAME = /\.(?:jpe?g|png|gif|bmp|webp|tiff?|heic)$/i;
const CAMERA_NAME = /^(?:dsc|img|pict?|image|photo|anh|ảnh|hinh|hình|hình ảnh|picture|untitled)?[\s_()-]*\d*$/iu;

/** The element without the texts, pictures and rules that are no part of the body. */
function pruned(element: ElementNode, keeps: BodyRange['keeps']): HtmlElement {
  const children = element.children.flatMap((child) => {
    const isContent = child.kind === 'text' || child.name === 'img' || child.name === 'hr';
    if (isContent && !keeps(child)) return [];
    return [child.kind === 'text' ? child : pruned(child, keeps)];
  });
  return { ...element, children };
}

/** A text alternative that describes: not a file's or camera's name, a single word, or the article's title again. */
function realAlt(rawAlt: string, title: string): string | null {
  const alt = blockText(rawAlt);
  if (!/\s/.test(alt) || FILE_NAME.test(alt) || CAMERA_NAME.test(alt) || isControl(alt) || sameTitle(alt, title))
    return null;
  return Array.from(alt).slice(0, MAX_CAPTION).join('');
}

/**
 * The body as a document's blocks, with its pictures' sources in the order of the figures.
 * @param address the page's whole address, where known, @param title its title
 */
export function readBody({ container, keeps }: BodyRange, address: string | null, title: string): ReadBody {
  const read = readHtml(pruned(container, keeps), { policy: POLICIES.importedPage, page: address });
  let figure = 0;
  const content = read.content.map((block): Block => {
    if (block.type !== 'figure') return block;
    const alt = realAlt(read.pictures[figure]?.alt ?? '', title);
    figure += 1;
    const repeats = alt !== null && sameTitle(alt, block.attrs.caption);
    return { ...block, attrs: { ...block.attrs, alt: repeats ? null : alt } };
  });
  return {
    content,
    author: read.author,
    pictures: read.pictures.map(({ src }, index) => ({ src, figure: index })),
    guesses: read.captionGuesses.map((text) => ({ kind: 'caption', text })),
  };
}
