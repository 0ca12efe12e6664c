/**
 * An address in NFC. One that is spelled otherwise keeps its bytes by percent-encoding, since a server may know a file
 * under its decomposed name alone. Nothing is taken out of it: hidden characters are for the check to refuse.
 */
export function cleanAddress(href: string): string {
  if (href.normalize('NFC') === href || /\p{Cs}/u.test(href)) return href;
  return href.replace(/[^\u0000-\u007f]+/gu, encodeURIComponent);
}
