import { isPersonName } from '../../vietnamese';
import { MAX_CAPTION } from '../limits';
import { inlineText, paragraph } from '../nodes';
import type { Block } from '../schema';
import { aroundAll } from './around';
import { attachCaptions } from './captions';
import { gather } from './gather';
import type { HtmlElement } from './html-tree';
import type { Piece, Source } from './pieces';
import type { Policy } from './policies';

/**
 * What markup says as a body. `pictures` are the sources of the figures in their order, as written, with their `alt`;
 * the figures' own `file` and `alt` are null. `author` is the name that signs, `captionGuesses` what only its length
 * made a caption.
 */
type ReadHtml = {
  content: Block[];
  pictures: { src: string; alt: string }[];
  author: string | null;
  captionGuesses: string[];
};

const OUR_LEVELS = [2, 3, 4] as const;
const FIXED_LEVELS = [2, 2, 3, 4] as const;

const isRule = (piece: Piece | undefined) => piece?.kind === 'block' && piece.block.type === 'horizontalRule';

function withoutEdgeRules(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => !isRule(piece));
  const last = pieces.findLastIndex((piece) => !isRule(piece));
  return first < 0 ? [] : pieces.slice(first, last + 1);
}

/** The trailing name alone in bold, which is the author's. */
function signatureOf(pieces: Piece[]): string | null {
  const last = pieces.at(-1);
  if (pieces.length < 2 || last?.kind !== 'text' || !last.look.bold) return null;
  const text = inlineText(last.inline);
  return isPersonName(text) ? text : null;
}

/** The body's level of a heading: a first level, which is the article's title here, becomes the second. */
function levelsOf(pieces: Piece[], headings: Policy['headings']): (level: number) => 2 | 3 | 4 {
  if (headings === 'fixed') return (level) => FIXED_LEVELS[Math.min(level, 4) - 1] ?? 2;
  const raised = pieces.some((piece) => piece.kind === 'heading' && piece.level === 1) ? 1 : 2;
  return (level) => OUR_LEVELS[Math.min(Math.max(level - raised, 0), 2)] ?? 4;
}

const captionText = (caption: string | null) =>
  Array.from(caption ?? '')
    .slice(0, MAX_CAPTION)
    .join('');

function blockOf(piece: Piece, levelOf: (level: number) => 2 | 3 | 4): Block {
  switch (piece.kind) {
    case 'picture':
      return {
        type: 'figure',
        attrs: { file: null, caption: captionText(piece.caption), credit: '', alt: null, decorative: false },
      };
    case 'heading':
      return { type: 'heading', attrs: { level: levelOf(piece.level) }, content: piece.inline };
    case 'block':
      return piece.block;
    default:
      return paragraph(piece.inline);
  }
}

/**
 * Reads parsed HTML into the blocks of a body: what its author wrote and how it is ordered, nothing of how it looked.
 * It takes time linear in the markup, and its recursion is as deep as the tree.
 *
 * @param root the element whose children are read
 * @param source the policy of where the markup comes from, and the whole address of its page, where known
 */
export function readHtml(root: HtmlElement, source: Source): ReadHtml {
  const { policy } = source;
  const trimmed = policy.edgeRules === 'dropped' ? withoutEdgeRules : (pieces: Piece[]) => pieces;
  const gathered = trimmed(gather(root.children, aroundAll(root, source)));
  const author = policy.signature === 'author' ? signatureOf(gathered) : null;
  const unsigned = author === null ? gathered : trimmed(gathered.slice(0, -1));
  const { pieces, guesses } = attachCaptions(unsigned, policy.captions);
  const levelOf = levelsOf(pieces, policy.headings);
  return {
    content: pieces.map((piece) => blockOf(piece, levelOf)),
    pictures: pieces.filter((piece) => piece.kind === 'picture').map(({ src, alt }) => ({ src, alt })),
    author,
    captionGuesses: guesses,
  };
}
