import fc from 'fast-check';
import { post } from '../helpers/sign-in';
import { watchBounds } from './bounds';
import { cases, listStatuses, tell, timeFor } from './cases';
import { watchLog } from './log-watch';
import { startAttackedNewsroom, type Attacked } from './newsroom-under-attack';
import { createLeakOracle, errorComplaints, leakFinder } from './oracle';
import { contractRoutes, otherPublicRoutes } from './public-routes';
import { sendRaw, type RawAnswer } from './raw-request';
import { signInRequest, type SignInRequest } from './sign-in-requests';

const COUNT = cases(400, 0.15);
const WRITTEN = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const REFUSED_PER_ACCOUNT = 15;
/** Accounts and networks that the audit tells apart, and one for all others; a long run begins in one hour and ends in the next. */
const MOST_PAIRS_PER_HOUR = 250;
const HOURS = 2;

/** These tests build no panel, whose page any address below /admin would show. */
const UNBUILT_PANEL = /ENOENT.*\/build\/index\.html/;

type Layer = { methods: string[]; path: string };

describe('a request of somebody who is not signed in', () => {
  let attacked: Attacked;
  let routes: string[];
  let emails: string[];
  let log: ReturnType<typeof watchLog>;
  const bounds = watchBounds();

  beforeAll(async () => {
    attacked = await startAttackedNewsroom(await bounds.environment());
    const { strapi, sql } = attacked.newsroom;
    log = watchLog(strapi);
    const email = strapi.plugin('email') as unknown as { provider: { send(letter: object): unknown } };
    email.provider.send = async () => {};
    emails = (await sql('SELECT email FROM admin_users')).map((row) => String(row.email));
    const layers = strapi.server.listRoutes() as unknown as Layer[];
    const contract = new Set(contractRoutes);
    routes = layers
      .filter(({ path }) => /^\/(admin|content-manager|upload|i18n|publishing-desk|email|api)\b/.test(path))
      .flatMap(({ methods, path }) => WRITTEN.filter((one) => methods.includes(one)).map((one) => `${one} ${path}`))
      .filter((route) => !contract.has(route));
    expect(routes.length).toBeGreaterThan(100);
  });
  afterAll(async () => {
    await attacked.newsroom.stop();
    await bounds.expectNoFolders();
  });

  /** What a page of the panel, or a route that is public by decision, may say. */
  function complaintsOfAnswer({ route, method }: SignInRequest, answer: RawAnswer): string[] {
    const { status, headers, body } = answer;
    if (status < 400) {
      const isPublic = route in otherPublicRoutes || ['OPTIONS', 'HEAD'].includes(method);
      return isPublic || headers['content-type']?.startsWith('text/html') ? [] : ['it lets a stranger in'];
    }
    const isPage = headers['content-type']?.startsWith('text/html') || body.toString() === 'Not Found';
    if (body.length === 0 || isPage) return [];
    return errorComplaints(answer);
  }

  it(
    'is refused for any body, header and path, and nothing of it stays',
    async () => {
      const { newsroom } = attacked;
      const complaintsOf = createLeakOracle(attacked);
      const leaksIn = leakFinder(attacked);
      const statuses = new Map<number, number>();
      log.take();
      await bounds.begin(attacked, COUNT);
      let sent = 0;
      await fc.assert(
        fc.asyncProperty(signInRequest(routes, { ...attacked, emails }), async (request) => {
          // Else every sign-in would be refused by its number alone.
          if ((sent += 1) % 100 === 0) await newsroom.sql('DELETE FROM desk.attempts');
          const answer = await sendRaw(newsroom.url, request);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const complaints = [...complaintsOf(answer), ...complaintsOfAnswer(request, answer)];
          if (complaints.length > 0) complaints.push(`${answer.head}\n${answer.body.toString('utf8')}`);
          expect(complaints).toEqual([]);
          const said = log.take().filter(({ message }) => !UNBUILT_PANEL.test(message));
          expect(said.filter((line) => line.level === 'error' || leaksIn(line).length > 0)).toEqual([]);
          bounds.note();
        }),
        { numRuns: COUNT },
      );
      const [{ n }] = (await newsroom.sql('SELECT coalesce(sum(refused), 0)::int AS n FROM desk.refused_sign_ins')) as [
        { n: number },
      ];
      tell(`${COUNT} requests before a sign-in: ${listStatuses(statuses)}; ${n} refused sign-ins`);
      for (const status of [200, 204, 400, 401, 404, 405, 413, 415]) expect([...statuses.keys()]).toContain(status);
      await bounds.expectHeld({ audit: MOST_PAIRS_PER_HOUR * HOURS * 2 });
    },
    timeFor(COUNT),
  );

  it('that is refused again and again is counted in the audit, not stored row by row', async () => {
    const { newsroom } = attacked;
    const rows = async () => (await newsroom.sql('SELECT FROM desk.audit')).length;
    const before = await rows();
    for (const email of emails) {
      for (let at = 0; at < REFUSED_PER_ACCOUNT; at += 1) {
        if (at % 9 === 0) await newsroom.sql('DELETE FROM desk.attempts');
        const answer = await fetch(`${newsroom.url}/admin/login`, post({ email, password: 'Aa1-mat-khau-sai' }));
        expect(answer.status).toBe(400);
      }
    }
    // One of each account, and where the hour ends meanwhile its count and another.
    expect((await rows()) - before).toBeLessThanOrEqual(emails.length * 3);
  });
});
