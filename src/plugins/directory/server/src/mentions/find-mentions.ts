import { type Mention, nameFinder, type SoughtName, splitWords } from '../../../../../vietnamese';
import { createSpellings, type Abbreviation } from './abbreviations';

/** An official whose name occurs in a text; `titles` are the keys of what the official was on the day. */
export type NamedOfficial = { id: number; documentId: string; name: string; title: string | null; titles: string[] };

/**
 * An agency of which a name occurs in a text: that name, and the agency's own on the day. `isBorne` when it went by
 * that name on the day; else `ended` is the first day on which it no longer did, null when it had not begun to.
 */
export type NamedAgency = {
  id: number;
  documentId: string;
  sought: string;
  name: string;
  isBorne: boolean;
  isActive: boolean;
  ended: string | null;
  successors: string[];
};

/** A post's title that occurs in a text; equal titles have equal keys, in full, in short, and in either tone style. */
export type NamedTitle = { name: string; key: string };

export type Names = { officials: NamedOfficial[]; agencies: NamedAgency[]; titles: NamedTitle[] };

type Placed<Bearer> = Omit<Mention<Bearer>, 'isPerson'>;

/** The names in a text, in its order; positions are in its NFC form, in UTF-16 units. */
export type Mentions = {
  officials: Placed<NamedOfficial>[];
  agencies: Placed<NamedAgency>[];
  titles: Placed<NamedTitle>[];
};

type Bearer =
  { kind: 'official'; one: NamedOfficial } | { kind: 'agency'; one: NamedAgency } | { kind: 'title'; one: NamedTitle };

/** The positions of names in the text: of an agency's name also within a title ("Chủ tịch UBND tỉnh"). */
export function findMentions(
  text: string,
  { officials, agencies, titles }: Names,
  kept: readonly Abbreviation[] = [],
): Mentions {
  const spellings = createSpellings(kept);
  const people = officials.map((one) => sought(one.name, { kind: 'official', one }));
  const offices = agencies.flatMap((one) => spellings(one.sought).map((name) => sought(name, { kind: 'agency', one })));
  const posts = titles.flatMap((one) => spellings(one.name).map((name) => sought(name, { kind: 'title', one })));
  const words = splitWords(text);
  const named = nameFinder([...people, ...offices])(words);
  return {
    officials: borneBy(named, 'official'),
    agencies: borneBy(named, 'agency'),
    titles: borneBy(nameFinder([...people, ...posts])(words), 'title'),
  };
}

const sought = (name: string, bearer: Bearer): SoughtName<Bearer> => ({
  name,
  isPerson: bearer.kind === 'official',
  bearer,
});

function borneBy<Kind extends Bearer['kind']>(mentions: Mention<Bearer>[], kind: Kind) {
  type One = Extract<Bearer, { kind: Kind }>['one'];
  // A name that a text repeats has the same bearers each time.
  const known = new Map<Bearer[], One[]>();
  return mentions.flatMap(({ start, end, written, bearers: all }) => {
    const bearers = known.get(all) ?? [
      ...new Set(all.filter((bearer) => bearer.kind === kind).map(({ one }) => one as One)),
    ];
    known.set(all, bearers);
    return bearers.length > 0 ? [{ start, end, written, bearers }] : [];
  });
}
