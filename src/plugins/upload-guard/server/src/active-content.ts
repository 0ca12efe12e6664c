/** Where browsers and PDF readers look for the type of a file. */
const HEAD = 4096;
/** How far back readers of ZIP look for its end: past the longest comment, in bytes. */
export const ZIP_TAIL = 65_557;
/** Some cameras and editors leave a little after a picture's end. */
const ALLOWANCE = 1024;

const MARKUP =
  /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|meta|form)[\s>/]|<\?php|javascript:|%PDF-/i;
/** Long enough that no chance puts it into thirty megabytes of compressed data. */
const SCRIPT = /<script[\s>/]|<!doctype html|<iframe[\s>/]|<\?php\s/i;
const PAGE_TAG = /<(html\W|head|body|script)/gi;
/** How far behind `<html` the next tag of a page begins, at most; between them are attributes and comments. */
const PAGE_TAG_DISTANCE = 400;
/** A script would comment out the picture's first bytes, and begin after them. */
const AFTER_COMMENT = /\*\/[\t\n\r\x20-\x7e]{6,}/;

/** Whether the first bytes hold markup, or the header of a PDF, which readers accept after other bytes. */
export const beginsAsMarkup = (bytes: Buffer): boolean => MARKUP.test(bytes.toString('latin1', 0, HEAD));

/** Whether a picture holds a script or a page anywhere. */
export function holdsScript(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  if (SCRIPT.test(text)) return true;
  let html = -Infinity;
  for (const { 1: tag = '', index } of text.matchAll(PAGE_TAG)) {
    if (/^html/i.test(tag)) html = index;
    else if (index - html <= PAGE_TAG_DISTANCE) return true;
  }
  return false;
}

/** Whether a picture is also JavaScript: its header opens a comment (`GIF89a/*`), and text follows the comment's end. */
export function readsAsScript(bytes: Buffer): boolean {
  const opens = [4, 6].some((at) => bytes.toString('latin1', at, at + 2) === '/*');
  return opens && AFTER_COMMENT.test(bytes.toString('latin1'));
}

/** Whether the last bytes of a file of another type hold the end of a ZIP, so that a reader of JAR or ZIP opens it. */
export function holdsArchive(bytes: Buffer): boolean {
  const tail = bytes.subarray(-ZIP_TAIL);
  for (let at = tail.indexOf('PK\x05\x06', 0, 'latin1'); at !== -1; at = tail.indexOf('PK\x05\x06', at + 1, 'latin1')) {
    // An archive of one volume, as all are: without this, chance would find one in a thousand large pictures.
    if (tail.length >= at + 22 && tail.readUInt32LE(at + 4) === 0) return true;
  }
  return false;
}

/** Whether more follows a file's end than a camera leaves, or something that is read from its front. */
export function hasTrailingData(bytes: Buffer, end: number): boolean {
  const rest = bytes.subarray(end);
  if (rest.every((byte) => byte === 0)) return false;
  return rest.length > ALLOWANCE || beginsAsMarkup(rest) || rest.includes('PK\x03\x04') || rest.includes('<');
}
