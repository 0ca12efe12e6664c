import fc from 'fast-check';
import { directives as directivesAnswer } from '../src/contract';
import { unique, writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { CLOCK } from './helpers/records';

const FIRST = Date.UTC(2030, 0, 1);
const LAST_DAY = 40;

/** Days are counted from 1 January 2030. A directive names others of the history by their place in it. */
type Entry = {
  issued: number;
  effective: number | null;
  expires: number | null;
  withdrawn: number | null;
  replaces: number[];
  amends: number[];
  isPublished: boolean;
};

const dayOf = (day: number): string => new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10);
const dateOrNull = (day: number | null): string | null => (day === null ? null : dayOf(day));

/** Each names earlier places of the history alone; its days may be in any order that the rules allow. */
const history: fc.Arbitrary<Entry[]> = fc.integer({ min: 1, max: 7 }).chain((length) =>
  fc.tuple(
    ...Array.from({ length }, (_, place) => {
      const earlier = place === 0 ? fc.constant<number[]>([]) : fc.uniqueArray(fc.nat(place - 1), { maxLength: 2 });
      const after = fc.option(fc.nat(12));
      return fc
        .record({
          issued: fc.nat(20),
          untilEffective: after,
          untilExpiry: after,
          untilWithdrawal: fc.option(fc.nat(20), { freq: 2 }),
          replaces: earlier,
          amends: earlier,
          isPublished: fc.integer({ min: 0, max: 5 }).map((draw) => draw > 0),
        })
        .map(({ issued, untilEffective, untilExpiry, untilWithdrawal, ...rest }): Entry => {
          const effective = untilEffective === null ? null : issued + untilEffective;
          return {
            ...rest,
            issued,
            effective,
            expires: untilExpiry === null ? null : (effective ?? issued) + untilExpiry,
            withdrawn: untilWithdrawal === null ? null : issued + untilWithdrawal,
          };
        });
    }),
  ),
);

/** What a clerk would note who goes through the days one by one, and what stands in the book at the end of a day. */
function replay(entries: Entry[], day: number): string[] {
  const noted = entries.map(() => ({ began: false, ended: false, revoked: false, successors: new Set<number>() }));
  for (let today = 0; today <= day; today += 1) {
    entries.forEach((entry, place) => {
      if (!entry.isPublished || today !== (entry.effective ?? entry.issued)) return;
      noted[place]!.began = true;
      if (!noted[place]!.revoked) for (const target of entry.replaces) noted[target]!.successors.add(place);
    });
    entries.forEach((entry, place) => {
      if (entry.expires !== null && today === entry.expires + 1) noted[place]!.ended = true;
      if (today !== entry.withdrawn) return;
      noted[place]!.revoked = true;
      for (const target of entry.replaces) noted[target]!.successors.delete(place);
    });
  }
  return noted.map(({ began, ended, revoked, successors }) => {
    if (revoked) return 'withdrawn';
    if (successors.size > 0) return 'replaced';
    if (ended) return 'expired';
    return began ? 'inForce' : 'notYetInForce';
  });
}

function hasCycle(links: number[][]): boolean {
  const leadsTo = (from: number, to: number, seen: Set<number>): boolean =>
    links[from]!.some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return leadsTo(next, to, seen);
    });
  return links.some((_, place) => leadsTo(place, place, new Set()));
}

describe('histories of directives', () => {
  let newsroom: Newsroom;
  let agency: { id: unknown; slug: string };
  let file: unknown;
  let histories = 0;

  /** Rows of their own, with an agency and a file, in one transaction. */
  const write = async (entries: Entry[]): Promise<string[]> => {
    histories += 1;
    const ids = entries.map((_, place) => `history${histories}x${place}`);
    await newsroom.sql(
      `WITH given AS (
         SELECT * FROM jsonb_to_recordset($1::jsonb) AS one (id text, issued date, effective date, expires date,
           withdrawn date, replaces jsonb, amends jsonb, published boolean)
       ), written AS (
         INSERT INTO directives (document_id, locale, slug, number, canonical_number, abstract, issued_on, effective_on,
             expires_on, withdrawn_on, replaces, amends, published_at, agency_ref)
           SELECT id, 'vi', id, id, id, 'Về việc', issued, effective, expires, withdrawn, replaces, amends,
                  CASE WHEN published THEN now() END, $2 FROM given
           RETURNING id
       )
       INSERT INTO files_related_mph (file_id, related_id, related_type, field, "order")
         SELECT $3, id, 'plugin::public-record.directive', 'files', 1 FROM written`,
      [
        JSON.stringify(
          entries.map((entry, place) => ({
            id: ids[place],
            issued: dayOf(entry.issued),
            effective: dateOrNull(entry.effective),
            expires: dateOrNull(entry.expires),
            withdrawn: dateOrNull(entry.withdrawn),
            replaces: entry.replaces.length > 0 ? entry.replaces.map((one) => ids[one]) : null,
            amends: entry.amends.length > 0 ? entry.amends.map((one) => ids[one]) : null,
            published: entry.isPublished,
          })),
        ),
        agency.id,
        file,
      ],
    );
    return ids;
  };

  const answered = async (day: number): Promise<Map<string, string>> => {
    await newsroom.sql(`${CLOCK} RETURN timestamptz '${dayOf(day)} 09:00+07'`);
    await newsroom.sql(`SELECT pg_notify('portal_feeds_changed', '')`);
    const answer = await fetch(`${newsroom.url}/api/portal/v1/directives?limit=50&agency=${agency.slug}`);
    const { data } = directivesAnswer.parse(await answer.json());
    return new Map(data.map(({ id, status }) => [id, status]));
  };

  const remove = () => newsroom.sql('DELETE FROM directives WHERE agency_ref = $1', [agency.id]);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const made = await writers(newsroom.strapi).agency({ slug: unique('so').replace(' ', '-') });
    agency = made as unknown as typeof agency;
    file = (await writers(newsroom.strapi).pdf()).id;
  });
  afterAll(() => newsroom.stop());

  it('give on any day the status that a replay of the days gives', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat(LAST_DAY), { minLength: 3, maxLength: 3 }), async (entries, days) => {
        const ids = await write(entries);
        try {
          for (const day of days) {
            const expected = replay(entries, day);
            const shown = await answered(day);
            const statuses = ids.map((id) => shown.get(id));
            expect(statuses).toEqual(
              expected.map((status, place) => (entries[place]!.isPublished ? status : undefined)),
            );
            for (const status of statuses) if (status) seen.add(status);
          }
        } finally {
          await remove();
        }
      }),
      { numRuns: 120 },
    );
    expect([...seen].sort()).toEqual(['expired', 'inForce', 'notYetInForce', 'replaced', 'withdrawn']);
  });

  it('have no cycle, and everything else is taken', async () => {
    const edit = fc.record({
      place: fc.nat(4),
      replaces: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
      amends: fc.uniqueArray(fc.nat(4), { maxLength: 1 }),
    });
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        const plain = { issued: 0, effective: null, expires: null, withdrawn: null, isPublished: true };
        const ids = await write(Array.from({ length: 5 }, () => ({ ...plain, replaces: [], amends: [] })));
        const links: number[][] = ids.map(() => []);
        const json = (places: number[]) =>
          places.length > 0 ? JSON.stringify(places.map((place) => ids[place])) : null;
        try {
          for (const { place, replaces, amends } of edits) {
            const next = links.map((own, at) => (at === place ? [...replaces, ...amends] : own));
            const saved = newsroom.sql('UPDATE directives SET replaces = $2, amends = $3 WHERE document_id = $1', [
              ids[place],
              json(replaces),
              json(amends),
            ]);
            if (hasCycle(next)) {
              await expect(saved).rejects.toMatchObject({ constraint: expect.stringMatching(/no_cycle$/) });
              refusals += 1;
            } else {
              await saved;
              links[place] = next[place]!;
            }
          }
        } finally {
          await remove();
        }
      }),
      { numRuns: 100 },
    );
    expect(refusals).toBeGreaterThan(20);
  });
});
