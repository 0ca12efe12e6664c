import { agencyChoices, isFoundBy, nameOf, type Person } from './person';

const lan: Person = {
  id: 1,
  firstname: 'Lê Thị Đào',
  lastname: null,
  email: 'dao@example.vn',
  isActive: true,
  roles: [{ id: 1, name: 'Phóng viên' }],
  agency: { documentId: 'a', name: 'Ủy ban nhân dân tỉnh', spellings: ['Ủy ban nhân dân tỉnh', 'UBND tỉnh'] },
};

test.each([
  ['', true],
  ['đào', true],
  ['le dao', true],
  ['DAO@example', true],
  ['phong vien uy ban', true],
  ['dao le ubnd', true],
  ['uỷ ban', true],
  ['Phóng viên'.normalize('NFD'), true],
  ['Lê Hoa', false],
])('“%s” finds a person by name, address, role or agency: %s', (words, expected) => {
  expect(isFoundBy(lan, words)).toBe(expected);
});

test('calls who has no name by the address', () => {
  expect(nameOf({ ...lan, firstname: null })).toBe('dao@example.vn');
});

test('tells agencies of one name apart by the one above each, and looks for what is typed in all spellings', () => {
  const spelt = (documentId: string, parent: string, ...spellings: string[]) => ({
    ...{ documentId, parent, spellings },
    name: spellings[0]!,
  });
  expect(
    agencyChoices([
      spelt('a', 'Sở Y tế', 'Văn phòng'),
      spelt('b', 'Sở Nội vụ', 'Văn phòng'),
      spelt('c', 'UBND tỉnh', 'Sở Y tế', 'SYT'),
    ]),
  ).toEqual([
    { documentId: 'a', label: 'Văn phòng (Sở Y tế)', searched: 'Văn phòng (Sở Y tế) · van phong so y te · van phong' },
    { documentId: 'b', label: 'Văn phòng (Sở Nội vụ)', searched: expect.stringContaining('van phong so noi vu') },
    { documentId: 'c', label: 'Sở Y tế', searched: 'Sở Y tế · so y te · so y te · syt' },
  ]);
});
