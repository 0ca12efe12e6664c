import { isOneSentence } from '../../vietnamese';
import { inlineText } from '../nodes';
import type { Piece, PicturePiece, TextPiece } from './pieces';
import type { Policy } from './policies';
import { lengthOf } from './white-space';

const SHORT = 100;
const LONGEST = 300;

/** How surely the text under a picture is its caption: by its markup, by its look or position, by its length, or not. */
function certainty(piece: TextPiece, picture: PicturePiece, captions: Policy['captions']): 'sure' | 'guess' | 'no' {
  const { caption, centred, italic } = piece.look;
  if (caption === 'element') return 'sure';
  const text = inlineText(piece.inline);
  if (text.length > LONGEST * 4) return 'no';
  const length = lengthOf(text);
  if (caption === 'class') return length <= LONGEST * 3 ? 'sure' : 'no';
  if (captions === 'marked') return 'no';
  if (centred || italic) return length <= LONGEST && !/[:;,]$/.test(text) ? 'sure' : 'no';
  if (length > SHORT || !isOneSentence(text)) return 'no';
  return piece.block === picture.block ? 'sure' : 'guess';
}

/**
 * Gives each picture the block under or beside it as its caption and takes that block out of the text. Of pictures in a
 * row the last gets it. A caption that only its length gives away is among `guesses`.
 */
export function attachCaptions(pieces: Piece[], captions: Policy['captions']): { pieces: Piece[]; guesses: string[] } {
  const guesses: string[] = [];
  const result: Piece[] = [];
  for (const piece of pieces) {
    const picture = result.at(-1);
    const found =
      piece.kind === 'text' && picture?.kind === 'picture' && picture.caption === null
        ? { picture, surety: certainty(piece, picture, captions), text: inlineText(piece.inline) }
        : null;
    if (!found || found.surety === 'no') {
      result.push(piece);
      continue;
    }
    const caption = found.text.replaceAll('\n', ' ');
    if (found.surety === 'guess') guesses.push(caption);
    result[result.length - 1] = { ...found.picture, caption };
  }
  return { pieces: result, guesses };
}
