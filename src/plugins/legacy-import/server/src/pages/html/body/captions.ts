import { type Guess } from '../../captured-page';
import { textOf } from '../../body-document';
import { isOneSentence } from '../../one-sentence';
import { lengthOf } from '../../white-space';
import { type Piece, type PicturePiece, type TextPiece } from './pieces';

const SHORT = 100;
const LONGEST = 300;

/** How surely the text under a picture is its caption: by its look or place, by its length alone, or not. */
function certainty(piece: TextPiece, picture: PicturePiece): 'sure' | 'guess' | 'no' {
  const text = textOf(piece.inline);
  const length = lengthOf(text);
  const { captioned, centred, italic } = piece.look;
  if (captioned) return length <= LONGEST * 3 ? 'sure' : 'no';
  const short = length <= SHORT && isOneSentence(text);
  if (centred || italic) return length <= LONGEST && !/[:;,]$/.test(text) ? 'sure' : 'no';
  if (!short) return 'no';
  return piece.place === picture.place ? 'sure' : 'guess';
}

function captionAfter(piece: Piece | undefined, picture: PicturePiece): { text: string; guessed: boolean } | null {
  if (piece?.kind === 'caption') return { text: textOf(piece.inline), guessed: false };
  if (piece?.kind !== 'text' || textOf(piece.inline).length > LONGEST * 4) return null;
  const sure = certainty(piece, picture);
  return sure === 'no' ? null : { text: textOf(piece.inline), guessed: sure === 'guess' };
}

/**
 * Gives each picture the short block under or beside it as its caption and takes that block out of the text. Of pictures
 * in a row the last gets it. A caption that only its length gives away is listed as a guess.
 */
export function attachCaptions(pieces: Piece[], guesses: Guess[]): Piece[] {
  const result: Piece[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (!piece) continue;
    result.push(piece);
    if (piece.kind !== 'picture' || piece.caption !== null) continue;
    const found = captionAfter(pieces[index + 1], piece);
    if (!found) continue;
    piece.caption = found.text.replaceAll('\n', ' ');
    if (found.guessed) guesses.push({ kind: 'caption', text: piece.caption });
    index += 1;
  }
  return result;
}
