import { suggestionFrom } from './suggestion';

it.each([
  ['so tai chihn', '| sở tài chính | stc |', 'sở tài chính'],
  ['thah hoa', '| lễ hội ở tỉnh thanh hóa năm nay |', 'thanh hóa'],
  ['sở tài chính', '| sở tài chính |', null],
  ['một hai ba bốn', '| một hai |', 'một hai'],
])('of %j and the names %j is %j', (typed, names, meant) => {
  expect(suggestionFrom(typed, names)).toBe(meant);
});
