import { flatKey } from '../../../../../vietnamese';

export type Agency = {
  documentId: string;
  name: string;
  /** The name and the short name, in every mix of abbreviations. */
  spellings: string[];
  parent?: string | null;
};

/** An agency in a list to choose from: what it is called there, and what typed words are looked for in. */
export type AgencyChoice = { documentId: string; label: string; searched: string };

/** An account of the panel as `GET /publishing-desk/user-agencies` gives it. */
export type Person = {
  id: number;
  firstname: string | null;
  lastname: string | null;
  email: string;
  isActive: boolean;
  roles: { id: number; name: string }[];
  agency: Agency | null;
};

export const nameOf = ({ firstname, lastname, email }: Person): string =>
  [firstname, lastname].filter(Boolean).join(' ') || email;

/** Characters of a search that count. */
const LONGEST = 300;

/** Whether a person is found by these words, with or without accents, in any order: by name, address, roles or agency. */
export function isFoundBy(person: Person, words: string): boolean {
  const own = [
    nameOf(person),
    person.email,
    ...person.roles.map(({ name }) => name),
    ...(person.agency?.spellings ?? []),
  ];
  const text = flatKey(own.join(' '));
  return flatKey(words.slice(0, LONGEST))
    .split(' ')
    .every((word) => text.includes(word));
}

/** The agencies of a list to choose from. The label is the name, with the parent's name where names are equal. */
export function agencyChoices(agencies: Agency[]): AgencyChoice[] {
  const all = agencies.map(({ name }) => name);
  const shared = new Set(all.filter((name, index) => all.indexOf(name) !== index));
  return agencies.map(({ documentId, name, parent, spellings }) => {
    const label = parent && shared.has(name) ? `${name} (${parent})` : name;
    return { documentId, label, searched: [label, ...[label, ...spellings].map(flatKey)].join(' · ') };
  });
}
