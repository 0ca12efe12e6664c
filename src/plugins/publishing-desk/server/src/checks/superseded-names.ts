import type { CheckedArticle, Finding } from './checked-article';
import type { NamedAgency, NamedThings } from './named-things';

/** How far before and after a name a text may say that it is a former one, in UTF-16 units. */
const NEAR = 60;
const SAID_BEFORE = /(?:trước đây(?: là)?|tiền thân(?: là)?|nguyên là|formerly)[\s:]*$/iu;
const SAID_AFTER = /^\s*(?:\(\s*)?(?:nay là|nay thuộc|trước đây|cũ(?!\p{L})|now)/iu;

/** Names that an agency no longer had on the article's day, unless the text itself marks them as former. */
export function supersededNames({ text }: CheckedArticle, { agencies }: NamedThings): Finding[] {
  const found = new Map<string, Finding>();
  for (const { start, end, written, bearers } of agencies) {
    const [former] = bearers.filter(({ ended }) => ended !== null);
    if (!former || found.has(written) || bearers.some(({ isBorne }) => isBorne)) continue;
    if (SAID_BEFORE.test(text.slice(Math.max(start - NEAR, 0), start))) continue;
    if (SAID_AFTER.test(text.slice(end, end + NEAR))) continue;
    found.set(written, findingOf(written, former));
  }
  return [...found.values()];
}

function findingOf(written: string, { isActive, name, ended, successors }: NamedAgency): Finding {
  const values = { written, ended: ended ?? '' };
  if (isActive) return { message: 'superseded-names.renamed', values: { ...values, name } };
  if (successors.length === 0) return { message: 'superseded-names.ended', values };
  return { message: 'superseded-names.succeeded', values: { ...values, successors: successors.join(', ') } };
}
