/** In a box `infe` of version 2: where its size, type, version, item id and protection end and the item's type begins. */
const ITEM_TYPE_OFFSET = 16;
/** The types of items that hold EXIF, and XMP. */
const METADATA = new Set(['Exif', 'mime']);
const UNUSED = 'skip';

/**
 * An AVIF whose EXIF and XMP are overwritten with zeros and no longer declared as such; the places of everything else are
 * counted from the file's beginning, so that nothing may move. Throws a RangeError where they are not found.
 *
 * @param contents what a decoder has read as EXIF and XMP
 */
export function withoutAvifMetadata(bytes: Buffer, contents: readonly Buffer[]): Buffer {
  if (contents.length === 0) return bytes;
  const blank = Buffer.from(bytes);
  for (const content of contents) {
    const at = blank.indexOf(content);
    if (at === -1) throw new RangeError('metadata that are not in one piece');
    blank.fill(0, at, at + content.length);
  }
  for (let at = blank.indexOf('infe'); at !== -1; at = blank.indexOf('infe', at + 4)) {
    const type = at - 4 + ITEM_TYPE_OFFSET;
    if (METADATA.has(blank.toString('latin1', type, type + 4))) blank.write(UNUSED, type, 'latin1');
  }
  return blank;
}
