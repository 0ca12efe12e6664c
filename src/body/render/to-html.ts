import type { Body } from '../schema';
import { blockHtml, isBlankBlock } from './block';
import type { RenderOptions } from './figure';

/** The whole body as HTML, a block a line, with the places for pictures' addresses that `placeFiles` fills in. */
export function toHtml(body: Body, options: RenderOptions = {}): string {
  return body.content
    .filter((block) => !isBlankBlock(block))
    .map((block) => blockHtml(block, options))
    .filter((html) => html !== '')
    .join('\n');
}
