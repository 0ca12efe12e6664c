import { writers } from './helpers/content';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

const DIRECTIVE = 'plugin::public-record.directive';

describe('the checks of a directive before it is published', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agency: string;
  let approver: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agency = (await write.agency({ name: 'UBND tỉnh', level: 'province' })).documentId;
    approver = await staff(newsroom, 'desk-approver', agency);
  });
  afterAll(() => newsroom.stop());

  const found = async (values: object) => {
    const answer = await approver.ask('POST', `/publishing-desk/checks/${DIRECTIVE}?locale=vi`, { values });
    expect(answer.status).toBe(200);
    return ((await answer.json()) as { data: object[] }).data;
  };
  const laterLinked = (message: string, number: string, day: string) => ({
    check: 'later-linked',
    message: `public-record.checks.${message}`,
    values: { number, day },
  });

  it('advise on a published directive that was issued after the one that replaces or amends it', async () => {
    const later = await write.directive({ agency, number: '5/QĐ-UBND', issuedOn: '2025-03-01' });
    const earlier = await write.directive({ agency, number: '4/QĐ-UBND', issuedOn: '2025-01-01' });
    const draft = await write.directive({ agency, number: '6/QĐ-UBND', issuedOn: '2025-04-01' }, { status: 'draft' });
    const replaces = [later.documentId, earlier.documentId, draft.documentId];
    expect(await found({ issuedOn: '2025-02-01', replaces })).toEqual([
      { ...laterLinked('replaces-later', '5/QĐ-UBND', '2025-03-01'), severity: 'advice' },
    ]);
    expect(await found({ issuedOn: '2025-02-01', amends: [later.documentId] })).toMatchObject([
      laterLinked('amends-later', '5/QĐ-UBND', '2025-03-01'),
    ]);
    for (const values of [{ issuedOn: '2025-03-01', replaces }, { replaces }, { issuedOn: 5, replaces: 'a' }, {}]) {
      expect(await found(values)).toEqual([]);
    }
  });

  it('keep a person from publishing where the option says so', async () => {
    newsroom.strapi.config.set('plugin::publishing-desk.checks.later-linked', 'stop');
    const later = await write.directive({ agency, number: '8/QĐ-UBND', issuedOn: '2025-03-01' });
    const facts = { agency, number: '7/QĐ-UBND', issuedOn: '2025-02-01', replaces: [later.documentId] };
    const { documentId } = await write.directive(facts, { status: 'draft' });
    const publish = () =>
      approver.ask(
        'POST',
        `/content-manager/collection-types/${DIRECTIVE}/${documentId}/actions/publish?locale=vi`,
        {},
        { 'X-Desk-Override': 'Thu%20nghiem' },
      );
    const refused = await publish();
    expect([refused.status, await refused.json()]).toMatchObject([
      400,
      {
        error: {
          message: 'desk.checks-stop',
          details: { found: [laterLinked('replaces-later', '8/QĐ-UBND', '2025-03-01')] },
        },
      },
    ]);
    newsroom.strapi.config.set('plugin::publishing-desk.checks.later-linked', 'advice');
    expect((await publish()).status).toBe(200);
  });
});
