import { type Named, nameMatcher } from './match-names';

const official = (id: string, name: string): Named => ({ id, kind: 'official', name });
const agency = (id: string, name: string): Named => ({ id, kind: 'agency', name });
const found = (text: string, ...named: Named[]) => nameMatcher(named)(text);

describe('the names in a text', () => {
  it('are found as whole words, in the order of first mention', () => {
    const text = 'Sở Xây dựng họp; đồng chí Nguyễn Văn Thi - Ủy viên BTV chủ trì, cùng Sở Tài chính và Sở Xây dựng.';
    expect(
      found(text, official('thi', 'Nguyễn Văn Thi'), agency('tc', 'Sở Tài chính'), agency('xd', 'Sở Xây dựng')),
    ).toEqual({
      officials: ['thi'],
      agencies: ['xd', 'tc'],
      ambiguous: [],
    });
  });

  it('are the longest at each place', () => {
    const text = 'Ban Quản lý Khu Kinh tế Nghi Sơn báo cáo.';
    const named = [agency('kkt', 'Khu Kinh tế Nghi Sơn'), agency('ban', 'Ban Quản lý Khu Kinh tế Nghi Sơn')];
    expect(found(text, ...named).agencies).toEqual(['ban']);
  });

  it('are found in either tone style and normal form', () => {
    expect(found('UBND thị xã Hoà An'.normalize('NFD'), agency('a', 'UBND thị xã Hòa An')).agencies).toEqual(['a']);
  });

  it.each([
    ['a longer name', 'Ông Nguyễn Văn Thiệu dự.', official('x', 'Nguyễn Văn Thi')],
    ['a name that runs on', 'Ông Lê Hà Nam dự.', official('x', 'Lê Hà')],
    ['words with a comma between', 'UBND tỉnh, Văn phòng', agency('x', 'UBND tỉnh Văn phòng')],
    ['a short name in small letters', 'có ban hành', agency('x', 'BAN')],
    ['a person’s name in small letters', 'mùa thu trang hoàng', official('x', 'Thu Trang')],
    ['an official of one name only', 'Chị Trang dự.', official('x', 'Trang')],
  ])('are not found in %s', (_, text, named) => {
    expect(found(text, named)).toEqual({ officials: [], agencies: [], ambiguous: [] });
  });

  it('are found before a post that follows at once', () => {
    expect(found('đồng chí Lê Hà Phó Chủ tịch', official('x', 'Lê Hà')).officials).toEqual(['x']);
  });

  it('that two bear link neither and are reported', () => {
    expect(found('Bà Lê Thị Hà dự.', official('a', 'Lê Thị Hà'), official('b', 'Lê Thị Hà'))).toEqual({
      officials: [],
      agencies: [],
      ambiguous: ['Lê Thị Hà'],
    });
  });

  it('may be given twice for one', () => {
    expect(found('UBND tỉnh', agency('a', 'UBND tỉnh'), agency('a', 'UBND tỉnh')).agencies).toEqual(['a']);
  });
});
