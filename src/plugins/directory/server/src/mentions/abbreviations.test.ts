import { createSpellings } from './abbreviations';

it.each([
  ['Chủ tịch UBND tỉnh', ['Chủ tịch UBND tỉnh', 'Chủ tịch Ủy ban nhân dân tỉnh']],
  ['Uỷ ban Nhân dân xã', ['Ủy ban Nhân dân xã', 'UBND xã', 'Ủy ban nhân dân xã']],
  ['Sở Tài chính', ['Sở Tài chính']],
])('spells %s in full and in short', (name, all) => {
  expect(createSpellings()(name)).toEqual(all);
});

const spellings = createSpellings([
  { short: 'KKTNS', longForms: ['Khu kinh tế Nghi Sơn'] },
  { short: 'KCN', longForms: ['khu công nghiệp', ' '] },
]);

it('spells every mix of the parts that are kept as abbreviations', () => {
  expect(spellings('Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp')).toEqual([
    'Ban Quản lý Khu kinh tế Nghi Sơn và các khu công nghiệp',
    'Ban Quản lý Khu kinh tế Nghi Sơn và các KCN',
    'Ban Quản lý KKTNS và các khu công nghiệp',
    'Ban Quản lý KKTNS và các KCN',
  ]);
  expect(spellings('KCNC')).toEqual(['KCNC']);
});

it('spells a name with many such parts in a bounded number of ways', () => {
  expect(spellings('KCN '.repeat(100)).length).toBeLessThanOrEqual(64);
});
