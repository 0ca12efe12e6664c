import { findMentions, type NamedAgency, type NamedOfficial } from './find-mentions';

const official = (name: string): NamedOfficial => ({ id: 1, documentId: name, name, title: null, titles: [] });
const agency = (sought: string): NamedAgency => ({
  id: 1,
  documentId: sought,
  sought,
  name: sought,
  isBorne: true,
  isActive: true,
  ended: null,
  successors: [],
});
const title = (name: string) => ({ name, key: name });
const written = (mentions: { written: string }[]) => mentions.map((mention) => mention.written);

it('finds people, agencies and titles, and the agency that a title has in it', () => {
  const text = 'Chủ tịch Uỷ ban nhân dân tỉnh Lê Văn Bình làm việc với Sở Tài chính.';
  const found = findMentions(text, {
    officials: [official('Lê Văn Bình')],
    agencies: [agency('UBND tỉnh'), agency('Sở Tài chính')],
    titles: [title('Chủ tịch UBND tỉnh')],
  });
  expect(written(found.officials)).toEqual(['Lê Văn Bình']);
  expect(written(found.agencies)).toEqual(['Uỷ ban nhân dân tỉnh', 'Sở Tài chính']);
  expect(written(found.titles)).toEqual(['Chủ tịch Uỷ ban nhân dân tỉnh']);
});

it('takes the longest title, and gives one bearer once', () => {
  const found = findMentions('Phó Chủ tịch UBND tỉnh', {
    officials: [],
    agencies: [],
    titles: [title('Chủ tịch UBND tỉnh'), title('Phó Chủ tịch UBND tỉnh')],
  });
  expect(found.titles).toEqual([
    { start: 0, end: 22, written: 'Phó Chủ tịch UBND tỉnh', bearers: [title('Phó Chủ tịch UBND tỉnh')] },
  ]);
});
