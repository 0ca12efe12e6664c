import type { Body } from '../schema';
import { blockText, isBlankBlock } from './block';

/** The whole body as plain text in NFC, captions included: blocks apart by an empty line, cells by tabs. */
export function toText(body: Body): string {
  return body.content
    .filter((block) => !isBlankBlock(block))
    .map(blockText)
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}
