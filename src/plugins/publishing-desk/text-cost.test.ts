import { given, testTextCost } from '../../../tests/helpers/text-cost';
import { bodyOf } from '../../../tests/helpers/text-shapes';
import { toText } from '../../body/render/to-text';
import { toNfc } from '../../vietnamese';
import { formPictures } from './admin/src/files/form-pictures';
import { readableValue } from './admin/src/history/readable-value';
import { isFoundBy } from './admin/src/people/person';
import { differingFields, ownValues } from './admin/src/unsaved/differing-fields';
import { stateLabel } from './admin/src/review/state-label';
import type { CheckedArticle } from './server/src/checks/checked-article';
import { articleOfRow } from './server/src/checks/assert-checks-pass';
import { documentNumbers } from './server/src/checks/document-numbers';
import { heldTitles } from './server/src/checks/held-titles';
import { linksOf } from './server/src/checks/internal-links';
import type { NamedThings } from './server/src/checks/named-things';
import { missingSummary } from './server/src/checks/summary';
import { supersededNames } from './server/src/checks/superseded-names';
import { titleLength } from './server/src/checks/title-length';
import { titledPeople } from './server/src/checks/titled-people';
import { toneMarks } from './server/src/checks/tone-marks';
import { undescribedFigures } from './server/src/checks/undescribed-figures';
import { unlinkedNames } from './server/src/checks/unlinked-names';
import { compareRows, revisionOf } from './server/src/history/compare-rows';
import { readInvitations } from './server/src/invitations/read-invitations';
import { nameUses } from './server/src/references/seen-uses';
import { loggedAddress } from './server/src/request-log/logged-address';
import { reviewStateOf } from './server/src/review/review-state';
import { clientNetwork } from './server/src/sign-in/client-network';

/** An article of the text, in which every word of four is an official, an agency, a title, or nothing. */
function checked(written: string): { article: CheckedArticle; named: NamedThings } {
  const body = bodyOf(written);
  const text = toNfc(`${written}\n${toText(body)}`);
  const article = {
    title: written,
    summary: written,
    body,
    text,
    day: '2026-03-02',
    locale: 'vi',
    officials: new Set(['a']),
    agencies: new Set<string>(),
  };
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    written: word,
  }));
  const official = { id: 1, documentId: 'a', name: 'Lê Văn Bình', title: 'Chủ tịch', titles: ['chu tich'] };
  const agency = { id: 2, documentId: 'b', name: 'Sở', isBorne: false, isActive: true, ended: '2025-01-01' };
  const every = <Bearer>(place: number, bearer: Bearer) =>
    words.filter((_, index) => index % 4 === place).map((word) => ({ ...word, bearers: [bearer] }));
  const named = {
    officials: every(0, official),
    titles: every(1, { name: 'Chủ tịch', key: 'chu tich ubnd' }),
    agencies: every(2, { ...agency, successors: [] }),
  };
  return { article, named };
}

const check = (run: (article: CheckedArticle, named: NamedThings) => unknown) =>
  given(checked, ({ article, named }) => run(article, named));

const rowsOf = (text: string) => {
  const content = JSON.stringify({ title: text, body: bodyOf(text), reviewState: 'submitted' });
  const row = { locale: 'vi', published: false, revision: 1, content };
  return [row, { ...row, published: true }] as never[];
};
const person = { id: 1, firstname: 'Lê', lastname: 'Bình', email: 'binh@example.vn', isActive: true, roles: [] };
const accounts = {
  roles: [{ id: 1, name: 'Phóng viên', code: 'reporter' }],
  agencies: [{ documentId: 'a', name: 'Sở Tài chính', slug: 'so-tai-chinh' }],
  emails: new Set<string>(),
};

testTextCost('src/plugins/publishing-desk', {
  timed: {
    'admin/src/files/form-pictures.ts#formPictures': given(bodyOf, (body) => [
      formPictures({ body }),
      formPictures({ body: JSON.stringify(body) }),
    ]),
    'admin/src/history/readable-value.ts#readableValue': given(bodyOf, (made) =>
      readableValue(made, { when: String, names: new Map() }),
    ),
    'admin/src/people/person.ts#isFoundBy': (text) => [
      isFoundBy({ ...person, agency: null }, text),
      isFoundBy({ ...person, agency: { documentId: 'a', name: text, spellings: [text] } }, 'sở tài chính'),
    ],
    'admin/src/review/state-label.ts#stateLabel': stateLabel,
    'admin/src/unsaved/differing-fields.ts#differingFields': given(bodyOf, (body) =>
      differingFields({ body }, { body: { ...body } }),
    ),
    'admin/src/unsaved/differing-fields.ts#ownValues': given(bodyOf, (body) => ownValues({ body })),
    'server/src/checks/assert-checks-pass.ts#articleOfRow': given(rowsOf, ([row]) => articleOfRow(row!)),
    'server/src/checks/document-numbers.ts#documentNumbers': check(documentNumbers),
    'server/src/checks/held-titles.ts#heldTitles': check(heldTitles),
    'server/src/checks/internal-links.ts#linksOf': given(bodyOf, linksOf),
    'server/src/checks/summary.ts#missingSummary': check(missingSummary),
    'server/src/checks/superseded-names.ts#supersededNames': check(supersededNames),
    'server/src/checks/title-length.ts#titleLength': check(titleLength),
    'server/src/checks/titled-people.ts#titledPeople': check(({ text }, named) => titledPeople(text, named)),
    'server/src/checks/tone-marks.ts#toneMarks': check(toneMarks),
    'server/src/checks/undescribed-figures.ts#undescribedFigures': check(undescribedFigures),
    'server/src/checks/unlinked-names.ts#unlinkedNames': check(unlinkedNames),
    'server/src/history/compare-rows.ts#compareRows': given(rowsOf, (rows) => compareRows([], rows)),
    'server/src/history/compare-rows.ts#revisionOf': given(rowsOf, revisionOf),
    'server/src/invitations/read-invitations.ts#readInvitations': (text) => [
      readInvitations(text, accounts, 'vi'),
      readInvitations(`"${text}","${text}","${text}","${text}"`, accounts, 'vi'),
    ],
    'server/src/references/seen-uses.ts#nameUses': (text) => nameUses('vi', [{ title: text }, { title: null }], 10),
    'server/src/request-log/logged-address.ts#loggedAddress': (text) => [
      loggedAddress(text),
      loggedAddress(`/?${text}=${text}&${text}`),
    ],
    'server/src/review/review-state.ts#reviewStateOf': given(rowsOf, (rows) => reviewStateOf(rows, 'vi')),
    'server/src/sign-in/client-network.ts#clientNetwork': clientNetwork,
  },
  exempt: {
    'reads and writes the storage of a browser, by keys of the panel': [
      'admin/src/unsaved/unsaved-values.ts#dropUnsaved',
      'admin/src/unsaved/unsaved-values.ts#keepUnsaved',
      'admin/src/unsaved/unsaved-values.ts#unsavedValues',
    ],
    'takes the configuration, at boot': ['server/src/config.ts#parseOptions'],
    'takes the name of a table': ['server/src/review/queries.ts#moveReview', 'server/src/review/queries.ts#returnedTo'],
    'takes the name of a type': [
      'admin/src/watched-types.ts#isWatched',
      'server/src/permissions/public-row.ts#isPublicRow',
      'server/src/pipeline/protected-fields.ts#setByActions',
    ],
    'takes the name of an action of the document service': [
      'server/src/permissions/required-permissions.ts#requiredPermissions',
    ],
  },
});
