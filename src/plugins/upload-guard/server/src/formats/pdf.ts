/** Readers look for the end in this much of a file's tail (ISO 32000, implementation note 18). */
const TAIL = 1024;
const END = '%%EOF';

/** Where a PDF ends. Throws a RangeError where it does not. */
export function pdfEnd(bytes: Buffer): number {
  const at = bytes.lastIndexOf(END);
  if (at === -1 || bytes.lastIndexOf('startxref', at) === -1) throw new RangeError('a PDF without an end');
  if (at < bytes.length - TAIL - END.length) throw new RangeError('a PDF with something after it, or cut off');
  return at + END.length;
}
