import type { CheckedArticle, RelationLink } from './checked-article';
import type { NamedAgency, NamedOfficial, NamedThings } from './named-things';
import { supersededNames } from './superseded-names';
import { toneMarks } from './tone-marks';
import { unlinkedNames } from './unlinked-names';

const agency = (documentId: string, more: Partial<NamedAgency> = {}): NamedAgency => ({
  id: 1,
  documentId,
  name: documentId,
  isBorne: true,
  isActive: true,
  ended: null,
  successors: [],
  ...more,
});
const former = (documentId: string, more: Partial<NamedAgency> = {}) =>
  agency(documentId, { isBorne: false, ended: '2025-03-01', ...more });
const official = (documentId: string, title: string | null = null): NamedOfficial => ({
  id: 2,
  documentId,
  name: documentId,
  title,
  titles: [],
});

function article(text: string, linked: string[] = []): CheckedArticle {
  const ids = new Set(linked);
  return { title: '', summary: '', body: null, text, day: '2026-01-05', locale: 'vi', officials: ids, agencies: ids };
}

/** What the text names, each at its first place. */
function named(text: string, agencies: Record<string, NamedAgency[]>, officials: Record<string, NamedOfficial[]> = {}) {
  const places = <Bearer>(all: Record<string, Bearer[]>) =>
    Object.entries(all).map(([written, bearers]) => {
      const start = text.indexOf(written);
      return { start, end: start + written.length, written, bearers };
    });
  return { agencies: places(agencies), officials: places(officials), titles: [] } satisfies NamedThings;
}

describe('a superseded name', () => {
  const messages = (text: string, bearers: NamedAgency[]) =>
    supersededNames(article(text), named(text, { 'Sở Kế hoạch': bearers })).map(({ message }) => message);

  it.each([
    ['of an agency that is there under another name', former('Sở A'), 'superseded-names.renamed'],
    ['with heirs', former('Sở A', { isActive: false, successors: ['Sở B'] }), 'superseded-names.succeeded'],
    ['without heirs', former('Sở A', { isActive: false }), 'superseded-names.ended'],
  ])('%s is told', (_, bearer, message) => {
    expect(messages('Sở Kế hoạch báo cáo.', [bearer])).toEqual([message]);
  });

  it('is none while another agency bears it, and before it began', () => {
    expect(messages('Sở Kế hoạch báo cáo.', [former('Sở A'), agency('Sở B')])).toEqual([]);
    expect(messages('Sở Kế hoạch báo cáo.', [agency('Sở A', { isBorne: false })])).toEqual([]);
  });

  it.each(['Sở Kế hoạch (nay là Sở B)', 'Sở Kế hoạch cũ', 'tiền thân là Sở Kế hoạch', 'trước đây là Sở Kế hoạch'])(
    'may be said of the past: %s',
    (text) => expect(messages(text, [former('Sở A')])).toEqual([]),
  );

  it('is told where “cũ” only begins another word', () => {
    expect(messages('Sở Kế hoạch cũng dự.', [former('Sở A')])).toHaveLength(1);
  });
});

describe('an unlinked name', () => {
  const offers = (text: string, things: NamedThings, linked: string[] = []) =>
    unlinkedNames(article(text, linked), things).map(({ message, link }) => [
      message,
      (link as RelationLink).field,
      (link as RelationLink).documentId,
    ]);

  it('is offered once, in the order of the text, with the title of the day', () => {
    const text = 'Sở A, ông B, bà C';
    const things = named(
      text,
      { 'Sở A': [agency('a', { name: 'Sở A' })] },
      { 'bà C': [official('c')], 'ông B': [official('b', 'Giám đốc')] },
    );
    things.officials.push(things.officials[0]!);
    expect(offers(text, things)).toEqual([
      ['unlinked-names.agency', 'agencies', 'a'],
      ['unlinked-names.official', 'officials', 'b'],
      ['unlinked-names.someone', 'officials', 'c'],
    ]);
    expect(offers(text, things, ['a', 'c'])).toHaveLength(1);
  });

  it('is whoever bears it on the day; else a living agency that did', () => {
    const text = 'Sở A';
    const both = named(text, { 'Sở A': [former('old'), agency('now')] });
    expect(offers(text, both)).toEqual([['unlinked-names.agency-otherwise', 'agencies', 'now']]);
    const past = named(text, { 'Sở A': [former('renamed'), former('gone', { isActive: false })] });
    expect(offers(text, past)).toEqual([['unlinked-names.agency-otherwise', 'agencies', 'renamed']]);
  });

  it('that several bear offers each', () => {
    const text = 'ông B';
    expect(offers(text, named(text, {}, { 'ông B': [official('b'), official('other')] }))).toHaveLength(2);
  });
});

describe('tone marks', () => {
  it('of both styles are told, three words of each', () => {
    const text = 'hòa, hóa, thủy, khỏe và hoà';
    expect(toneMarks(article(text), named(text, {}))[0]!.values).toEqual({ old: 'hòa, hóa, thủy', new: 'hoà' });
  });

  it('of the directory’s names count for neither', () => {
    const text = 'Lê Thuỷ yêu hòa bình';
    expect(toneMarks(article(text), named(text, {}, { 'Lê Thuỷ': [official('x')] }))).toEqual([]);
    expect(toneMarks(article(text), named(text, {}))).toHaveLength(1);
  });
});
