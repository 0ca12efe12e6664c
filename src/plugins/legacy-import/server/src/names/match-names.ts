import { nameFinder } from '../../../../../vietnamese';

/** Something with a name: a document of the directory and one name that it goes by. */
export type Named = { id: string; kind: 'official' | 'agency'; name: string };

/** What a text names, in the order of first mention, and the names in it that more than one bears. */
export type NamesFound = { officials: string[]; agencies: string[]; ambiguous: string[] };

/** A matcher of the names given; a name that two bear links neither and is reported. */
export function nameMatcher(named: Named[]): (text: string) => NamesFound {
  const find = nameFinder(named.map((bearer) => ({ name: bearer.name, isPerson: bearer.kind === 'official', bearer })));
  return (text) => {
    const found = new Map<string, Named>();
    const ambiguous = new Set<string>();
    for (const { bearers } of find(text)) {
      const first = bearers[0]!;
      if (new Set(bearers.map(({ id }) => id)).size > 1) ambiguous.add(first.name);
      else found.set(first.id, first);
    }
    const ids = (kind: Named['kind']) => [...found.values()].filter((one) => one.kind === kind).map(({ id }) => id);
    return { officials: ids('official'), agencies: ids('agency'), ambiguous: [...ambiguous] };
  };
}
