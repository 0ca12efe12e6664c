import { spellings } from './abbreviations';

it.each([
  ['Chủ tịch UBND tỉnh', ['Chủ tịch UBND tỉnh', 'Chủ tịch Ủy ban nhân dân tỉnh']],
  ['Uỷ ban Nhân dân xã', ['Ủy ban Nhân dân xã', 'UBND xã']],
  ['Sở Tài chính', ['Sở Tài chính']],
])('spells %s in full and in short', (name, all) => {
  expect(spellings(name)).toEqual(all);
});
