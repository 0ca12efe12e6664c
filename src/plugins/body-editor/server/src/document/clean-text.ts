const FORBIDDEN_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/**
 * The text without what XML 1.0 forbids (control characters, U+FFFE, U+FFFF, lone surrogates), in NFC. Everything else
 * stays as it was typed: no-break spaces, typos, both tone styles, invisible characters.
 */
export function cleanText(text: string): string {
  return text.replace(FORBIDDEN_IN_XML, '').normalize('NFC');
}

/**
 * An address in NFC. One that is spelled otherwise keeps its bytes by percent-encoding, since a server may know a file
 * under its decomposed name alone. Nothing is taken out of it: hidden characters are for the check to refuse.
 */
export function cleanAddress(href: string): string {
  if (href.normalize('NFC') === href || /\p{Cs}/u.test(href)) return href;
  return href.replace(/[^\u0000-\u007f]+/gu, encodeURIComponent);
}
