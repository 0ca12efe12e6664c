import type { CheckedArticle, Finding } from './checked-article';
import type { NamedThings } from './named-things';
import { titledPeople } from './titled-people';

/**
 * Titles that a linked person is given in the text and did not hold on the article's day. A title counts as a person's
 * when it is right before the name ("Chủ tịch UBND tỉnh Lê Văn Bình") or after it ("Lê Văn Bình, Chủ tịch UBND
 * tỉnh"), also as one of several. Titles that the directory does not have are not checked, and neither is a name that
 * two linked people share.
 */
export function heldTitles(article: CheckedArticle, named: NamedThings): Finding[] {
  const { text, day, officials } = article;
  const found: Finding[] = [];
  const looked = new Set<string>();
  for (const [person, title] of titledPeople(text, linkedOnly(named, officials))) {
    const given = `${person.documentId} ${title.key}`;
    if (looked.has(given)) continue;
    looked.add(given);
    if (person.titles.some((held) => includes(held, title.key))) continue;
    const values = { day, name: person.name, written: title.written };
    found.push({
      ...(person.title
        ? { message: 'held-titles.other', values: { ...values, held: person.title } }
        : { message: 'held-titles.none', values }),
    });
  }
  return found;
}

/** A post may name several: "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh"; and where it is held may be left out. */
const includes = (held: string, title: string): boolean =>
  held.split(/\s*,\s*/).some((one) => one === title || one.startsWith(`${title} `)) || held === title;

/** A name that none of the linked officials has, or more than one, refers to none. */
const linkedOnly = (named: NamedThings, linked: ReadonlySet<string>): NamedThings => ({
  ...named,
  officials: named.officials.map((mention) => {
    const meant = mention.bearers.filter(({ documentId }) => linked.has(documentId));
    return { ...mention, bearers: meant.length === 1 ? meant : [] };
  }),
});
