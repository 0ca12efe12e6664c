import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

type CheckedDocument = { values: Record<string, unknown>; locale: string };

const CATEGORY = 'plugin::newsroom.category';
const OPTIONS = 'plugin::publishing-desk.checks';

describe('the checks of a type that another plugin registers', () => {
  let newsroom: Newsroom;
  let reporter: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    reporter = await staff(newsroom, 'desk-reporter', (await agencyTree(newsroom)).A);
    checks().register(CATEGORY, {
      'short-name': ({ values, locale }: CheckedDocument) =>
        String(values.name).length < 3 ? [{ message: 'newsroom.short-name', values: { locale } }] : [],
    });
  });
  afterAll(() => newsroom.stop());

  const checks = () => newsroom.strapi.plugin('publishing-desk').service('checks').ofTypes;
  const ask = (type: string, form: object) => reporter.ask('POST', `/publishing-desk/checks/${type}?locale=vi`, form);
  const found = async (name: string) =>
    ((await (await ask(CATEGORY, { values: { name } })).json()) as { data: object[] }).data;

  it('run on the values of a form, and advise where the options say nothing', async () => {
    expect(await found('Tin')).toEqual([]);
    expect(await found('T')).toEqual([
      { check: 'short-name', severity: 'advice', message: 'newsroom.short-name', values: { locale: 'vi' } },
    ]);
    newsroom.strapi.config.set(`${OPTIONS}.short-name`, 'off');
    expect(await found('T')).toEqual([]);
  });

  it('find nothing in the form of a type of the desk that has none', async () => {
    const answer = await ask('plugin::public-record.exchange-report', { documentId: null, values: {} });
    expect([answer.status, await answer.json()]).toEqual([200, { data: [] }]);
  });

  it('are not there for other types, and what is no form is a 400', async () => {
    expect((await ask('plugin::newsroom.pin', { values: {} })).status).toBe(404);
    expect((await ask(CATEGORY, { name: 'T' })).status).toBe(400);
  });

  it('have names that the options may have, and no others', () => {
    newsroom.strapi.config.set(`${OPTIONS}.short-name`, 'stop');
    expect(() => checks().assertKnown()).not.toThrow();
    newsroom.strapi.config.set(`${OPTIONS}.shrot-name`, 'stop');
    expect(() => checks().assertKnown()).toThrow('publishing-desk: no check is called shrot-name.');
  });
});
