const collator = new Intl.Collator('vi');

/**
 * Vietnamese order, for `sort`: a ă â … d đ … o ô ơ … u ư, where code points put Đ, Ơ and Ư after Z. By ICU's
 * rules, as PostgreSQL's `vi-VN-x-icu`.
 */
export function compareTexts(a: string, b: string): number {
  return collator.compare(a, b);
}

/** The order of personal names, for `sort`: by the last word, then the family name (the first), then the middle. */
export function compareNames(a: string, b: string): number {
  const left = partsOf(a);
  const right = partsOf(b);
  return (
    compareTexts(left.given, right.given) ||
    compareTexts(left.family, right.family) ||
    compareTexts(left.middle, right.middle)
  );
}

function partsOf(name: string): { given: string; family: string; middle: string } {
  const words = name.trim().split(/\s+/);
  const given = words.pop() ?? '';
  const [family = '', ...middle] = words;
  return { given, family, middle: middle.join(' ') };
}
