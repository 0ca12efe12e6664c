/** The text in NFC, the form in which everything is stored and answered. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

const FORBIDDEN_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/**
 * A text as it is stored: in NFC, without what XML 1.0 forbids (control characters, U+FFFE, U+FFFF, lone surrogates),
 * so that every feed of it can be written. Everything else stays as it was typed: no-break spaces, typos, both tone
 * styles, invisible characters.
 */
export function writableText(text: string): string {
  return toNfc(text.replace(FORBIDDEN_IN_XML, ''));
}

/**
 * NFC, with the Icelandic eth (Ð U+00D0, ð U+00F0) that stands for Đ in real documents put right. For document numbers
 * on save, and for search keys; never for prose, which stays as typed.
 */
export function foldEth(text: string): string {
  return toNfc(text).replace(/Ð/g, 'Đ').replace(/ð/g, 'đ');
}

/**
 * NFC, with the new tone style folded to the old: hoà → hòa, thuỷ → thủy, khoẻ → khỏe; quý and quỹ stay. For search
 * keys only, since both styles are in daily use and what was typed is kept.
 */
export function foldToneStyle(text: string): string {
  const newStyle = /(?<!q)(?:(o)([àáảãạèéẻẽẹ])|(u)([ỳýỷỹỵ]))(?![\p{L}\p{M}])/giu;
  return toNfc(text).replace(newStyle, (_, o, afterO, u, afterU) => {
    const [vowel, tone] = (afterO ?? afterU).normalize('NFD');
    return toNfc((o ?? u) + tone + vowel);
  });
}
