import { type Block } from '../../../../../body/schema';
import { AROUND_ALL, gather } from './gather';
import { type PastedNode } from './pasted-tree';
import { isLeftOutPicture, pendingFigure } from './pending-picture';
import { isPicture, paragraph, type Piece, plainText } from './pieces';

const OUR_LEVELS = [2, 3, 4] as const;

/** Gives each picture the caption that follows it, and takes that out of the text. */
function withCaptions(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (piece.kind === 'text' && piece.caption && last && isPicture(last) && last.caption === '') {
      result[result.length - 1] = { ...last, caption: plainText(piece.inline) };
    } else result.push(piece);
  }
  return result;
}

function blocksOf(piece: Piece, raised: number): Block[] {
  switch (piece.kind) {
    case 'picture': {
      const figure = pendingFigure(piece.src, piece.caption);
      const isCaptionOrphan = isLeftOutPicture(figure.attrs.file) && piece.caption !== '';
      return isCaptionOrphan ? [figure, paragraph([{ type: 'text', text: piece.caption }])] : [figure];
    }
    case 'heading': {
      const level = OUR_LEVELS[Math.min(Math.max(piece.level - raised, 0), 2)] ?? 4;
      return [{ type: 'heading', attrs: { level }, content: piece.inline }];
    }
    case 'block':
      return [piece.block];
    default:
      return [paragraph(piece.inline)];
  }
}

/**
 * Pasted markup as blocks of a body: what its author wrote and how it is ordered, nothing of how it looked. A first
 * level of headings, which is the article's title here, becomes the second, and those below follow. Pictures come as
 * figures that are pending.
 */
export function readPasted(nodes: PastedNode[]): Block[] {
  const pieces = withCaptions(gather(nodes, AROUND_ALL));
  const hasFirst = pieces.some((piece) => piece.kind === 'heading' && piece.level === 1);
  return pieces.flatMap((piece) => blocksOf(piece, hasFirst ? 1 : 2));
}
