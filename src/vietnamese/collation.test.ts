import { compareNames, compareTexts } from './collation';

describe('compareTexts', () => {
  it('puts Đ, Ơ and Ư where the alphabet has them', () => {
    const alphabet = [...'AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYZ'];
    expect([...alphabet].sort()).not.toEqual(alphabet);
    expect([...alphabet].reverse().sort(compareTexts)).toEqual(alphabet);
  });

  it('counts a tone for less than a letter, and Đ, Ô and Ơ for letters', () => {
    const places = ['Ba Đình', 'Bá Thước', 'Bỉm Sơn', 'Cẩm Thủy', 'Dừa', 'Đa', 'Oanh', 'Ông', 'Ơn', 'Yên Định'];
    expect([...places].reverse().sort(compareTexts)).toEqual(places);
  });
});

describe('compareNames', () => {
  it('sorts by the last word, then the family name, then the middle', () => {
    const names = [
      'Nguyễn Hoài Anh',
      'Lê Văn Đức',
      'Mai Xuân Liêm',
      'Nguyễn Văn Thi',
      'Nguyễn Xuân Thi',
      'Phạm Bá Thi',
      'Đỗ Minh Tuấn',
      'Lê Đức Tuấn',
    ];
    expect([...names].reverse().sort(compareNames)).toEqual(names);
  });

  it('takes a single word for the given name', () => {
    expect(compareNames('Thi', 'Nguyễn Văn Thi')).toBeLessThan(0);
    expect(compareNames('Thi', 'Nguyễn Hoài Anh')).toBeGreaterThan(0);
  });

  it('looks past spaces and decomposed letters', () => {
    expect(compareNames(' Đỗ  Minh Tuấn ', 'Đỗ Minh Tuấn'.normalize('NFD'))).toBe(0);
  });
});
