import { LET_IN } from './fixtures/let-in';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree, newsroomStaff } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { contractRoutes, otherPublicRoutes } from './hostile/public-routes';

type Layer = { methods: string[]; path: string };

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The letters of tests/authorisation; capitals for those whom Strapi does not let in, and tokens of the content API. */
const ROLES = [...'rteoanmsDXSRF'];

/** Requests that end the session of their caller come last, in this order. */
const ENDS_SESSION = [
  'DELETE /admin/users/me/sessions/:sessionId',
  'DELETE /admin/users/me/sessions',
  'POST /admin/logout',
];

const PARAMETERS: Record<string, string> = {
  model: 'plugin::newsroom.article',
  contentType: 'plugin::newsroom.article',
  uid: 'plugin::newsroom.article',
  type: 'plugin::newsroom.article',
  documentId: 'khong-co',
  sourceId: 'khong-co',
  targetField: 'category',
  step: 'submit',
};

const addressOf = (path: string) => path.replace(/:(\w+)\*?/g, (_, name: string) => PARAMETERS[name] ?? '999999');

const decided = new Map(
  LET_IN.split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells): cells is [string, string] => cells.length === 2)
    .map(([letters, route]) => [route, letters.replace('-', '')]),
);
const sectionOf = (route: string) => route.split('/')[1]!;
const sections = [...new Set([...decided.keys()].map(sectionOf))].sort((one) => (one === 'admin' ? 1 : -1));

/** Every role at every route that the running Strapi has: no other test names them all. */
describe('a route of the newsroom', () => {
  let newsroom: Newsroom;
  let people: Record<string, Session['ask']>;
  let running: string[];

  beforeAll(async () => {
    newsroom = await startNewsroom();
    ({ people } = await newsroomStaff(newsroom, await agencyTree(newsroom)));
    const layers = newsroom.strapi.server.listRoutes() as unknown as Layer[];
    const isPublic = new Set([...contractRoutes, ...Object.keys(otherPublicRoutes)]);
    running = layers
      .flatMap(({ methods, path }) => METHODS.filter((one) => methods.includes(one)).map((one) => `${one} ${path}`))
      .filter((route) => !isPublic.has(route) && !route.endsWith(' /_health'));
  });
  afterAll(() => newsroom.stop());

  it('is decided, and each that is decided exists', () => {
    expect(running.filter((route) => !decided.has(route))).toEqual([]);
    expect([...decided.keys()].filter((route) => !running.includes(route))).toEqual([]);
  });

  async function statuses(route: string): Promise<number[]> {
    const [method, path = ''] = route.split(' ');
    const data = method === 'GET' ? undefined : {};
    const statusFor = async (who: string) => {
      const answer = await people[who]!(method!, addressOf(path), data, { 'X-Desk-Override': 'matrix' });
      await answer.arrayBuffer();
      return answer.status;
    };
    if (!ENDS_SESSION.includes(route)) return Promise.all(ROLES.map(statusFor));
    // A token ends the sessions of its owner, who comes before it.
    const answers: number[] = [];
    for (const who of ROLES) answers.push(await statusFor(who));
    return answers;
  }

  // The section of the routes that end sessions is the last.
  it.each(sections)('of /%s lets in whom the table names, and fails for nobody', async (section) => {
    const own = [...decided.keys()].filter((route) => sectionOf(route) === section);
    const ordered = [
      ...own.filter((route) => !ENDS_SESSION.includes(route)),
      ...ENDS_SESSION.filter((one) => own.includes(one)),
    ];
    const found: [string, string][] = [];
    const failed: string[] = [];
    for (const route of ordered) {
      const answers = await statuses(route);
      found.push([route, ROLES.filter((_, index) => ![401, 403].includes(answers[index]!)).join('')]);
      if (answers.some((status) => status >= 500)) failed.push(`${route}: ${answers.join(' ')}`);
      // Whom Strapi does not know it asks to sign in; the others it refuses.
      const strangers = ROLES.flatMap((who, index) => ('DXS'.includes(who) ? [answers[index]] : []));
      if (!route.includes(' /api/')) expect([route, strangers]).toEqual([route, [401, 401, 401]]);
    }
    expect(found).toEqual(ordered.map((route) => [route, decided.get(route)]));
    expect(failed).toEqual([]);
  });
});
