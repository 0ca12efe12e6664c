import { isPicture, type PicturePiece, type Piece, plainText } from './pieces';
import { type Cell } from './tables';

const LONGEST_CAPTION = 300;

const captionIn = (pieces: Piece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'text' ? [plainText(piece.inline)] : [])).join(' ');

/**
 * The pictures of a table that only frames them, as old portals laid them out, each with the caption of its own cell or
 * of the cell below. Null for every other table.
 */
export function pictureTable(rows: Pick<Cell, 'pieces'>[][]): PicturePiece[] | null {
  const cells = rows.flat();
  const pictures = cells.flatMap(({ pieces }) => pieces).filter(isPicture);
  const frames = cells.every(
    ({ pieces }) =>
      pieces.every((piece) => isPicture(piece) || piece.kind === 'text') &&
      [...captionIn(pieces)].length <= LONGEST_CAPTION,
  );
  const texts = cells.filter(({ pieces }) => captionIn(pieces) !== '');
  if (!frames || pictures.length === 0 || texts.length > pictures.length) return null;

  const captions = new Map<PicturePiece, string>();
  let above: (PicturePiece | undefined)[] = [];
  for (const row of rows) {
    const own = row.map(({ pieces }) => pieces.findLast(isPicture));
    for (const [column, { pieces }] of row.entries()) {
      const text = captionIn(pieces);
      const picture = own[column] ?? above[column];
      if (text === '') continue;
      if (!picture || captions.has(picture)) return null;
      captions.set(picture, text);
    }
    if (own.some(Boolean)) above = own;
  }
  return pictures.map((picture) => ({ ...picture, caption: captions.get(picture) ?? picture.caption }));
}
