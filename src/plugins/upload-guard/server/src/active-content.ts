/** Where browsers and PDF readers look for what a file might be. */
const HEAD = 4096;
/** Where readers of ZIP look for its end: as far back as its comment may be long. */
const ZIP_TAIL = 65_557;
/** Some cameras and editors leave a little after a picture's end. */
const ALLOWANCE = 1024;

const MARKUP =
  /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|meta|form)[\s>/]|<\?php|javascript:|%PDF-/i;
/** Long enough that no chance puts it into thirty megabytes of compressed data. */
const SCRIPT =
  /<script[\s>/]|<!doctype html|<iframe[\s>/]|<html[^\w]{1,2}[\s\S]{0,400}?<(?:head|body|script)|<\?php\s/i;
/** A script would comment out the picture's first bytes, and begin after them. */
const RESUMED = /\*\/[\t\n\r\x20-\x7e]{6,}/;

/** Whether the first bytes hold markup, or the header of a PDF, which readers accept after other bytes. */
export const beginsAsMarkup = (bytes: Buffer): boolean => MARKUP.test(bytes.toString('latin1', 0, HEAD));

/** Whether a picture holds a script or a page anywhere. */
export const holdsScript = (bytes: Buffer): boolean => SCRIPT.test(bytes.toString('latin1'));

/** Whether a picture opens a comment of JavaScript in its header and goes on with text after it: GIF89a and then a slash and a star. */
export function readsAsScript(bytes: Buffer): boolean {
  const opens = [4, 6].some((at) => bytes.toString('latin1', at, at + 2) === '/*');
  return opens && RESUMED.test(bytes.toString('latin1'));
}

/** Whether the last bytes of something that is no archive hold the end of a ZIP, so that a reader of JAR or ZIP opens it. */
export function holdsArchive(bytes: Buffer): boolean {
  const tail = bytes.subarray(-ZIP_TAIL);
  for (let at = tail.indexOf('PK\x05\x06', 0, 'latin1'); at !== -1; at = tail.indexOf('PK\x05\x06', at + 1, 'latin1')) {
    // An archive of one volume, as all are: without this, chance would find one in a thousand large pictures.
    if (tail.length >= at + 22 && tail.readUInt32LE(at + 4) === 0) return true;
  }
  return false;
}

/** Whether more follows a file's end than a camera would leave, or something that is read from its front. */
export function hasTrailingData(bytes: Buffer, end: number): boolean {
  const rest = bytes.subarray(end);
  if (rest.every((byte) => byte === 0)) return false;
  return rest.length > ALLOWANCE || beginsAsMarkup(rest) || rest.includes('PK\x03\x04') || rest.includes('<');
}
