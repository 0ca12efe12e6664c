import { flatKey } from '../../../../../vietnamese';

export type Agency = { documentId: string; name: string; parent?: string | null };

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

/** Whether a person is found by these words, with or without marks: by name, address, roles or agency. */
export function isFoundBy(person: Person, words: string): boolean {
  const own = [nameOf(person), person.email, ...person.roles.map(({ name }) => name), person.agency?.name ?? ''];
  const text = flatKey(own.join(' '));
  return flatKey(words)
    .split(' ')
    .every((word) => text.includes(word));
}

/** The label of each agency in a list, by document id: its name, with its parent's name where names are equal. */
export function agencyLabels(agencies: Agency[]): Map<string, string> {
  const all = agencies.map(({ name }) => name);
  const shared = new Set(all.filter((name, index) => all.indexOf(name) !== index));
  return new Map(
    agencies.map(({ documentId, name, parent }) => [
      documentId,
      parent && shared.has(name) ? `${name} (${parent})` : name,
    ]),
  );
}
