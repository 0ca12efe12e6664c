import { minimalDocuments } from '../helpers/minimal-documents';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import type { Session } from '../helpers/sign-in';
import { staff } from '../helpers/staff';
import { documentsOf } from '../helpers/documents';
import { cases } from './cases';

type Attribute = { type: string };

const CM = '/content-manager/collection-types';

const TYPES = [
  'plugin::newsroom.article',
  'plugin::newsroom.category',
  'plugin::newsroom.latest-news-list',
  'plugin::newsroom.pin',
  'plugin::newsroom.redirect',
  'plugin::directory.agency',
  'plugin::directory.agency-period',
  'plugin::directory.official',
  'plugin::directory.position',
  'plugin::directory.appointment',
  'plugin::directory.succession',
  'plugin::public-record.directive',
  'plugin::public-record.programme',
  'plugin::public-record.procedure-report',
  'plugin::public-record.exchange-report',
  'plugin::portal-search.abbreviation',
];

const nested = (depth: number): unknown => JSON.parse('{"a":'.repeat(depth) + '1' + '}'.repeat(depth));

type Values = Record<string, unknown>;

/** What a caller can send for any attribute: values of other types, too long, and of forbidden characters. */
const FOR_ANY: Values = {
  true: true,
  'a large number': 99_999_999_999,
  NUL: 'a\u0000b',
  'a lone surrogate': 'a\ud800b',
  '300 letters': `${'ệ'.repeat(290)}@example.vn`,
  'a list of lists': [[[1]], null],
  'a deep object': nested(500),
};
/** Of these, how many an attribute gets alone, the next ones at each attribute; all attributes together get every one. */
const EACH = cases(2);

const DAYS: Values = {
  'no day': '2026-02-30',
  'no instant': '2026-13-45T99:00:00Z',
  infinity: 'infinity',
  'the year 275760': '+275760-09-13T00:00:00.000Z',
  'the year 0': '0000-01-01',
};
const LINKS: Values = {
  'an empty object': {},
  'a relation to nothing': { connect: [{ documentId: 'khong-co' }] },
  'a relation to a row': { set: [{ id: 2_147_483_647 }] },
  'a relation with NUL': { connect: [{ documentId: '\u0000' }] },
};
const FOR_TYPE: Record<string, Values> = {
  integer: { 'a fraction': 1.5, '1e400': '1e400', NaN: 'NaN', 'a number past all': Number.MAX_VALUE },
  date: DAYS,
  datetime: DAYS,
  relation: LINKS,
  media: LINKS,
  string: { 'a script': 'javascript:alert(1)', 'an empty string': '' },
};

describe('any value for any attribute of any type', () => {
  let newsroom: Newsroom;
  let chief: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    chief = await staff(newsroom, 'strapi-super-admin');
  });
  afterAll(() => newsroom.stop());

  const typeOf = (uid: string) =>
    newsroom.strapi.contentTypes[uid as 'plugin::newsroom.article'] as unknown as {
      __schema__: { attributes: Record<string, Attribute> };
      attributes: object;
    };

  it.each(TYPES)('is stored, or refused by the name of its field: %s', async (uid) => {
    const minimal = minimalDocuments(newsroom.strapi)[uid]!;
    const problems: string[] = [];
    let refused = 0;
    const type = typeOf(uid);
    const query = /article|list|pin/.test(uid) ? '?locale=vi' : '';
    const locale = query ? { locale: 'vi' } : {};
    const { documentId } = await documentsOf(newsroom.strapi)(uid).create({ data: await minimal(), ...locale });

    const save = async (name: string, [value, sent]: [string, unknown]) => {
      const answer = await chief.ask('PUT', `${CM}/${uid}/${documentId}${query}`, { [name]: sent });
      const text = await answer.text();
      if (answer.status >= 400) refused += 1;
      if (answer.status >= 500) problems.push(`${name} = ${value}: ${answer.status}`);
      // A message in English, or without the field, is of no use to an editor. A body over a limit is refused as a whole.
      else if (answer.status >= 400 && answer.status !== 413 && !text.includes(name))
        problems.push(`${name} = ${value}: ${text.slice(0, 200)}`);
    };
    const attributes = Object.entries(type.__schema__.attributes);
    const forAny = Object.entries(FOR_ANY);
    for (const [place, [name, { type: kind }]] of attributes.entries()) {
      const next = forAny.filter((_, at) => (at + place * EACH) % forAny.length < EACH);
      for (const value of [...next, ...Object.entries(FOR_TYPE[kind] ?? {})]) await save(name, value);
    }
    for (const [value, sent] of Object.entries(FOR_ANY)) {
      const everything = Object.fromEntries(attributes.map(([name]) => [name, sent]));
      const { status } = await chief.ask('POST', `${CM}/${uid}${query}`, everything);
      if (status >= 500) problems.push(`${value} for all: ${status}`);
    }
    expect(problems).toEqual([]);
    expect(refused).toBeGreaterThan(attributes.length);
  });

  it('is asked of every type', () => {
    expect(Object.keys(minimalDocuments(newsroom.strapi))).toEqual(TYPES);
  });

  it('is no reason to fail where there is no data at all', async () => {
    for (const body of [[], ['a'], 'a', 5, null, true, { data: {} }]) {
      const answer = await chief.ask('POST', `${CM}/plugin::newsroom.category`, body);
      expect([body, answer.status]).toEqual([body, 400]);
    }
  });
});
