import vi from '../translations/vi.json';
import { plannedState, publicState, type Planned, type Published } from './public-state';

const now = Date.UTC(2026, 0, 10);
const [past, ahead, later] = ['2026-01-09T00:00:00Z', '2026-01-11T00:00:00Z', '2026-01-12T00:00:00Z'];

test.each<[Published | null, Planned, string, string | undefined]>([
  [null, {}, 'readers.draft', undefined],
  [null, { publishedOn: ahead }, 'readers.draftForLater', ahead],
  [{ publishedOn: past }, {}, 'readers.visible', past],
  [{ publishedOn: past }, { publishedOn: ahead, expiresOn: past }, 'readers.visible', past],
  [{ publishedOn: past, expiresOn: ahead }, {}, 'readers.visibleUntil', ahead],
  [{ publishedOn: ahead }, { publishedOn: past }, 'readers.embargoed', ahead],
  [{ publishedOn: past, expiresOn: past }, {}, 'readers.expired', past],
  [{ publishedOn: past, withdrawnOn: ahead, withdrawalOutcome: 'gone' }, {}, 'readers.visible', past],
  ...['notice', 'notice-without-body', 'moved', 'gone'].map(
    (withdrawalOutcome): [Published, Planned, string, string] => [
      { publishedOn: past, expiresOn: past, withdrawnOn: past, withdrawalOutcome },
      {},
      `readers.withdrawn.${withdrawalOutcome}`,
      past,
    ],
  ),
])('of the published %j, with the draft %j, readers see %s', (published, draft, label, when) => {
  expect(publicState(published, draft, now)).toEqual({ label, ...(when && { when }) });
  expect(Object.keys(vi)).toContain(label);
});

test.each<[Published | null, Planned, string | null, string | undefined, boolean]>([
  [null, { publishedOn: ahead }, null, undefined, false],
  [{ publishedOn: past }, { publishedOn: '2026-01-09T07:00:00+07:00' }, null, undefined, false],
  [{ publishedOn: past }, { publishedOn: ahead }, 'readers.embargoed', ahead, true],
  [{ publishedOn: past }, { publishedOn: past, expiresOn: past }, 'readers.expired', past, true],
  [{ publishedOn: past }, { publishedOn: past, expiresOn: ahead }, 'readers.visibleUntil', ahead, false],
  [{ publishedOn: ahead }, { publishedOn: later }, 'readers.embargoed', later, false],
  [{ publishedOn: ahead }, {}, 'readers.visible', '2026-01-10T00:00:00.000Z', false],
  [{ publishedOn: past, withdrawnOn: past, withdrawalOutcome: 'gone' }, { publishedOn: ahead }, null, undefined, false],
])('publishing over %j the times %j makes it %s', (published, draft, label, when, goesDark) => {
  expect(plannedState(published, draft, now)).toEqual(label && { label, goesDark, ...(when && { when }) });
});
