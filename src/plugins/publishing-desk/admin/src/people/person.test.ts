import { agencyLabels, isFoundBy, nameOf, type Person } from './person';

const lan: Person = {
  id: 1,
  firstname: 'Lê Thị Đào',
  lastname: null,
  email: 'dao@example.vn',
  isActive: true,
  roles: [{ id: 1, name: 'Phóng viên' }],
  agency: { documentId: 'a', name: 'Sở Y tế' },
};

test.each([
  ['', true],
  ['đào', true],
  ['le dao', true],
  ['DAO@example', true],
  ['phong vien y te', true],
  ['Lê Hoa', false],
])('“%s” finds a person by name, address, role or agency: %s', (words, expected) => {
  expect(isFoundBy(lan, words)).toBe(expected);
});

test('calls who has no name by the address', () => {
  expect(nameOf({ ...lan, firstname: null })).toBe('dao@example.vn');
});

test('tells agencies of one name apart by the one above each', () => {
  const labels = agencyLabels([
    { documentId: 'a', name: 'Văn phòng', parent: 'Sở Y tế' },
    { documentId: 'b', name: 'Văn phòng', parent: 'Sở Nội vụ' },
    { documentId: 'c', name: 'Sở Y tế', parent: 'UBND tỉnh' },
  ]);
  expect(Object.fromEntries(labels)).toEqual({ a: 'Văn phòng (Sở Y tế)', b: 'Văn phòng (Sở Nội vụ)', c: 'Sở Y tế' });
});
