import { shortTitle } from '../../../../../vietnamese';
import { type Block, type Body, type Figure } from './schema';

/** A picture by its place among the body's figures, counted from 1 as an editor counts them, lost ones included. */
export type PlacedPicture = { place: number; caption: string };

const SHOWN = 3;

const isFigure = (block: Block): block is Figure => block.type === 'figure';

/** The pictures that have a file, but neither a text alternative nor the mark that they only decorate. */
export function undescribedPictures({ content }: Body): PlacedPicture[] {
  return content
    .filter(isFigure)
    .map(({ attrs }, index) => ({ attrs, place: index + 1 }))
    .filter(({ attrs }) => attrs.file !== null && attrs.alt === null && !attrs.decorative)
    .map(({ attrs, place }) => ({ place, caption: attrs.caption.trim() }));
}

const named = ({ place, caption }: PlacedPicture) =>
  `ảnh thứ ${place}${caption === '' ? '' : ` (“${shortTitle(caption)}”)`}`;

/**
 * One sentence that tells an editor which pictures lack a description and what to do: the first three by place and
 * caption, the others by number. It takes at least one picture.
 */
export function describeThem(pictures: readonly PlacedPicture[]): string {
  const others = pictures.length - SHOWN;
  const which = pictures.slice(0, SHOWN).map(named).join(', ') + (others > 0 ? ` và ${others} ảnh khác` : '');
  return `Ả${which.slice(1)} chưa có mô tả cho người khiếm thị; hãy nhập mô tả hoặc chọn “Chỉ để trang trí”.`;
}
