import { inlineText } from '../nodes';
import { isPicture, type Piece, type PicturePiece } from './pieces';
import { lengthOf } from './white-space';

const LONGEST_CAPTION = 300;
const MOST_COLUMNS = 4;

type Frame = { pictures: PicturePiece[]; text: string };

/** A cell as pictures and the text beside them; null for what no frame around a picture holds. */
function frameOf(pieces: Piece[]): Frame | null {
  const pictures: PicturePiece[] = [];
  const texts: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'picture') pictures.push(piece);
    else if (piece.kind === 'text') texts.push(inlineText(piece.inline).replaceAll('\n', ' '));
    else return null;
  }
  const text = texts.join(' ');
  return lengthOf(text) <= LONGEST_CAPTION ? { pictures, text } : null;
}

/**
 * The pictures of a table that is only a frame around them, as old portals laid them out, each with the caption from its
 * own cell, the cell below or the cell beside. Null for any other table: one with more texts than pictures, or with text
 * that is no caption.
 *
 * @param rows the pieces of each cell
 */
export function framedPictures(rows: Piece[][][]): PicturePiece[] | null {
  if (!rows.some((row) => row.some((pieces) => pieces.some(isPicture)))) return null;
  const frames = rows.map((row) => row.map(frameOf));
  const all = frames.flat();
  const count = all.reduce((sum, frame) => sum + (frame?.pictures.length ?? 0), 0);
  const texts = all.filter((frame) => frame && frame.text !== '');
  if (all.includes(null) || texts.length > count || rows.some((row) => row.length > MOST_COLUMNS)) return null;

  const captions = new Map<PicturePiece, string>();
  const seen: PicturePiece[] = [];
  const uncaptioned: PicturePiece[] = [];
  const lastUncaptioned = () => {
    while (captions.has(uncaptioned.at(-1) as PicturePiece)) uncaptioned.pop();
    return uncaptioned.at(-1);
  };
  let above: (PicturePiece | undefined)[] = [];
  for (const row of frames) {
    for (const [column, frame] of row.entries()) {
      if (!frame) continue;
      for (const picture of frame.pictures) {
        seen.push(picture);
        uncaptioned.push(picture);
      }
      if (frame.text === '') continue;
      const inColumn = row.length > 1 || above.length === 1 ? above[column] : undefined;
      const below = inColumn && !captions.has(inColumn) ? inColumn : lastUncaptioned();
      const target = frame.pictures.at(-1) ?? below;
      if (!target) return null;
      captions.set(target, frame.text);
    }
    const inRow = row.map((frame) => frame?.pictures.at(-1));
    if (inRow.some(Boolean)) above = inRow;
  }
  return seen.map((picture) => ({ ...picture, caption: captions.get(picture) ?? picture.caption }));
}
