import { textOf } from '../../body-document';
import { lengthOf } from '../../white-space';
import { type Piece, type PicturePiece } from './pieces';
import { type CellPieces } from './table-cells';

const LONGEST_CAPTION = 300;
const MOST_COLUMNS = 4;

type Frame = { pictures: PicturePiece[]; text: string };

/** A cell as pictures and the text beside them; null for what no frame around a picture holds. */
function frameOf({ pieces }: CellPieces): Frame | null {
  const pictures: PicturePiece[] = [];
  const texts: string[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'picture') pictures.push(piece);
    else if (piece.kind === 'text' || piece.kind === 'caption') texts.push(textOf(piece.inline).replaceAll('\n', ' '));
    else return null;
  }
  const text = texts.join(' ');
  return lengthOf(text) <= LONGEST_CAPTION ? { pictures, text } : null;
}

/** The picture that a caption below or beside it belongs to: the last above in its column, else the last before it. */
function captionTarget(above: (PicturePiece | undefined)[], column: number, cells: number, seen: PicturePiece[]) {
  const inColumn = cells > 1 || above.length === 1 ? above[column] : undefined;
  return inColumn && inColumn.caption === null ? inColumn : seen.findLast(({ caption }) => caption === null);
}

/**
 * The pictures of a table that is only a frame around them, each with the caption from its own cell, the cell below or
 * the cell beside. Null for any other table: one with more texts than pictures, or with text that is no caption.
 */
export function captionedPictures(rows: CellPieces[][]): Piece[] | null {
  const frames = rows.map((row) => row.map(frameOf));
  const all = frames.flat();
  const count = all.reduce((sum, frame) => sum + (frame?.pictures.length ?? 0), 0);
  const texts = all.filter((frame) => frame && frame.text !== '');
  if (count === 0 || all.includes(null) || texts.length > count || rows.some((row) => row.length > MOST_COLUMNS))
    return null;

  const seen: PicturePiece[] = [];
  let above: (PicturePiece | undefined)[] = [];
  for (const row of frames) {
    const inRow = row.map((frame) => frame?.pictures.at(-1));
    row.forEach((frame, column) => {
      if (!frame) return;
      seen.push(...frame.pictures);
      const target = frame.pictures.at(-1) ?? captionTarget(above, column, row.length, seen);
      if (frame.text !== '' && target) target.caption = frame.text;
    });
    if (inRow.some(Boolean)) above = inRow;
  }
  return texts.every((frame) => seen.some(({ caption }) => caption === frame?.text)) ? seen : null;
}
