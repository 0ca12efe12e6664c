import vi from '../translations/vi.json';
import { publicState, type PublicFields } from './public-state';

const now = Date.UTC(2026, 0, 10);
const [past, ahead] = ['2026-01-09T00:00:00Z', '2026-01-11T00:00:00Z'];

test.each<[PublicFields, string, string | undefined]>([
  [{ status: 'draft' }, 'readers.draft', undefined],
  [{}, 'readers.draft', undefined],
  [{ status: 'draft', publishedOn: ahead }, 'readers.draftForLater', ahead],
  [{ status: 'published', publishedOn: past }, 'readers.visible', past],
  [{ status: 'modified', publishedOn: past, expiresOn: ahead }, 'readers.visibleUntil', ahead],
  [{ status: 'published', publishedOn: ahead }, 'readers.embargoed', ahead],
  [{ status: 'published', publishedOn: past, expiresOn: past }, 'readers.expired', past],
  [{ status: 'published', publishedOn: past, withdrawnOn: ahead, withdrawalOutcome: 'gone' }, 'readers.visible', past],
  ...['notice', 'notice-without-body', 'moved', 'gone'].map((withdrawalOutcome): [PublicFields, string, string] => [
    { status: 'published', publishedOn: past, expiresOn: past, withdrawnOn: past, withdrawalOutcome },
    `readers.withdrawn.${withdrawalOutcome}`,
    past,
  ]),
])('of %j readers see %s', (article, label, when) => {
  expect(publicState(article, now)).toEqual({ label, ...(when && { when }) });
  expect(Object.keys(vi)).toContain(label);
});
