import { headingOf, type Field } from './columns';
import { byName, type KnownDirective, type NamedRows } from './named-rows';
import type { Facts, RefusedCell } from './read-list';

/** A directive to create: document ids of what is there already, and lines of the same list. */
export type Planned = {
  facts: Facts;
  agency: { id: number; documentId: string };
  signer: string | null;
  orderAgency: string | null;
  links: Record<'replaces' | 'amends', ({ documentId: string } | { line: number })[]>;
};

type ImportPlan = {
  /** Each after those of the list that it names. */
  created: Planned[];
  /** The lines whose directive the newsroom has. */
  existing: Facts[];
  refused: RefusedCell[];
};

type Agency = NamedRows['agencies'][number];
type Around = { named: NamedRows; known: KnownDirective[]; fileNames: ReadonlySet<string> };

const LINKS = ['replaces', 'amends'] as const;

/**
 * What an import of a list does. A directive is known by its issuer, its year of issue and its canonical number: one that the
 * newsroom has is left as it is. Pure.
 */
export function planImport(all: readonly Facts[], { named, known, fileNames }: Around): ImportPlan {
  const refused: RefusedCell[] = [];
  const refuse = ({ line }: Facts, field: Field, problem: string) =>
    void refused.push({ line, column: headingOf(field), problem });

  function oneNamed<Row extends { documentId: string; name: string; slug: string }>(
    rows: readonly Row[],
    facts: Facts,
    field: 'agency' | 'signer' | 'orderAgency',
  ): Row | null {
    const text = facts[field];
    if (text === '') return null;
    const found = byName(rows, text);
    if (found.length === 1) return found[0]!;
    const what = field === 'signer' ? 'cán bộ' : 'cơ quan';
    refuse(
      facts,
      field,
      found.length === 0
        ? `Không có ${what} “${text}”: ghi tên, tên viết tắt hoặc đường dẫn như trên hệ thống.`
        : `Có nhiều ${what} tên “${text}”: hãy ghi đường dẫn của ${what} ấy, ví dụ ${found[0]!.slug}.`,
    );
    return null;
  }

  const agencies = new Map(all.map((facts) => [facts, oneNamed(named.agencies, facts, 'agency')]));
  const keyOf = (facts: Facts): string =>
    [agencies.get(facts)?.id, facts.days.issuedOn?.slice(0, 4), facts.canonicalNumber].join(' ');
  const knownKeys = new Set(known.map((one) => [one.agency, yearText(one.year), one.canonicalNumber].join(' ')));
  const byKey = new Map<string, Facts>();
  for (const facts of all) {
    const key = keyOf(facts);
    const first = byKey.get(key);
    if (first) refuse(facts, 'number', `Số này đã có ở dòng ${first.line}, cùng cơ quan và cùng năm ban hành.`);
    else byKey.set(key, facts);
  }

  const existing = all.filter((facts) => agencies.get(facts) && knownKeys.has(keyOf(facts)));
  const there = new Set(existing);
  const isNew = (facts: Facts) => !there.has(facts);
  const canonicalOf = new Map([...all].reverse().map(({ number, canonicalNumber }) => [number, canonicalNumber]));
  const newByNumber = groups(
    all
      .filter(isNew)
      .flatMap((one) => [...new Set([one.number, one.canonicalNumber])].map((number) => [number, one] as const)),
  );
  const knownByNumber = groups(known.map((one) => [one.asked, one] as const));
  const planned = all.filter(isNew).flatMap((facts): Planned[] => {
    const agency: Agency | null | undefined = agencies.get(facts);
    for (const name of facts.files) {
      if (!fileNames.has(name)) refuse(facts, 'files', `Không có tệp “${name}” đi kèm danh sách.`);
    }
    const signer = oneNamed(named.officials, facts, 'signer');
    const orderAgency = oneNamed(named.agencies, facts, 'orderAgency');
    const links = {} as Planned['links'];
    for (const link of LINKS) links[link] = facts[link].flatMap((number) => linkTo(facts, link, number));
    if (!agency) return [];
    return [{ facts, agency, signer: signer?.documentId ?? null, orderAgency: orderAgency?.documentId ?? null, links }];
  });

  /** A directive by its number: of the list, else of the newsroom; of several, the one of the same issuer. */
  function linkTo(facts: Facts, link: (typeof LINKS)[number], number: string): Planned['links']['replaces'] {
    const agency = agencies.get(facts)?.id;
    const spellings = [number, canonicalOf.get(number) ?? number];
    const ofList = [...new Set(spellings.flatMap((spelling) => newByNumber.get(spelling) ?? []))].map((one) => ({
      agency: agencies.get(one)?.id,
      link: { line: one.line },
    }));
    const ofNewsroom = [...new Map((knownByNumber.get(number) ?? []).map((one) => [one.documentId, one])).values()].map(
      ({ documentId, agency: issuer }) => ({ agency: issuer ?? undefined, link: { documentId } }),
    );
    const found = [...ofList, ...ofNewsroom];
    const own = found.filter((one) => one.agency === agency);
    const chosen = found.length === 1 ? found : own;
    if (chosen.length === 1) return [chosen[0]!.link];
    refuse(
      facts,
      link,
      found.length === 0
        ? `Không có văn bản số “${number}” trong danh sách hay trên hệ thống.`
        : `Có nhiều văn bản số “${number}”: hãy bỏ ở đây và chọn trong biểu mẫu sau khi nhập.`,
    );
    return [];
  }

  return { created: inOrder(planned, refuse), existing, refused };
}

function groups<Item>(entries: readonly (readonly [string, Item])[]): Map<string, Item[]> {
  const found = new Map<string, Item[]>();
  for (const [key, item] of entries) {
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return found;
}

const yearText = (year: number | null): string => (year === null ? '' : String(year).padStart(4, '0'));

/** Each after those that it names; what names itself, directly or by others, is refused. */
function inOrder(
  planned: readonly Planned[],
  refuse: (facts: Facts, field: Field, problem: string) => void,
): Planned[] {
  const byLine = new Map(planned.map((one) => [one.facts.line, one]));
  const done = new Set<Planned>();
  const open = new Set<Planned>();
  const visit = (one: Planned): void => {
    if (done.has(one)) return;
    open.add(one);
    for (const link of LINKS) {
      for (const target of one.links[link]) {
        const next = 'line' in target ? byLine.get(target.line) : undefined;
        if (next && open.has(next))
          refuse(one.facts, link, `Dẫn vòng trở lại chính văn bản này, qua dòng ${next.facts.line}.`);
        else if (next) visit(next);
      }
    }
    open.delete(one);
    done.add(one);
  };
  planned.forEach(visit);
  return [...done];
}
