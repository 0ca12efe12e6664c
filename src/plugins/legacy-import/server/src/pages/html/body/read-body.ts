import { type Block, figure, paragraph, textOf } from '../../body-document';
import { type Guess, type Picture } from '../../captured-page';
import { isPersonName } from '../../person-name';
import { sameTitle } from '../../same-title';
import { type BodyRange } from '../find-body';
import { attachCaptions } from './captions';
import { aroundBody, gather } from './gather';
import { type Piece } from './pieces';

/** What the body's part of the page says. */
export type ReadBody = { content: Block[]; author: string | null; pictures: Picture[]; guesses: Guess[] };

const LONGEST_CAPTION = 1000;

const isRule = (piece: Piece | undefined) => piece?.kind === 'block' && piece.block.type === 'horizontalRule';

/** Rules at the edges of the body part it from the furniture around. */
function withoutEdgeRules(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => !isRule(piece));
  const last = pieces.findLastIndex((piece) => !isRule(piece));
  return first < 0 ? [] : pieces.slice(first, last + 1);
}

/** Takes the trailing name alone in bold, the author's, from the pieces. */
function takeAuthor(pieces: Piece[]): string | null {
  const last = pieces.at(-1);
  if (pieces.length < 2 || last?.kind !== 'text' || !last.look.bold) return null;
  const text = textOf(last.inline);
  if (!isPersonName(text)) return null;
  pieces.pop();
  return text;
}

function blockOf(piece: Piece): Block {
  switch (piece.kind) {
    case 'picture': {
      const caption = Array.from(piece.caption ?? '')
        .slice(0, LONGEST_CAPTION)
        .join('');
      const { alt } = piece.picture;
      return figure(caption, alt !== null && sameTitle(alt, caption) ? null : alt);
    }
    case 'heading':
      return { type: 'heading', attrs: { level: piece.level }, content: piece.inline };
    case 'block':
      return piece.block;
    default:
      return paragraph(piece.inline);
  }
}

/**
 * The body as a document's blocks, with its pictures' sources in the order of the figures.
 * @param address the page's whole address, where known, @param title its title
 */
export function readBody({ container, keeps }: BodyRange, address: string | null, title: string): ReadBody {
  const gathered = withoutEdgeRules(gather(container, { keeps, address, title }, aroundBody(container)));
  const author = takeAuthor(gathered);
  const guesses: Guess[] = [];
  const pieces = attachCaptions(withoutEdgeRules(gathered), guesses);
  const shown = pieces.filter((piece) => piece.kind === 'picture');
  const pictures = shown.map(({ picture }, index) => ({ src: picture.src, figure: index }));
  return { content: pieces.map(blockOf), author, pictures, guesses };
}
