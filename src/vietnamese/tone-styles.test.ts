import { toneStyles } from './tone-styles';

it.each([
  ['hòa bình, thủy lợi, khỏe mạnh, HÓA chất', { old: ['hòa', 'thủy', 'khỏe', 'HÓA'], new: [] }],
  ['hoà bình, thuỷ lợi, khoẻ mạnh, HOÁ chất', { old: [], new: ['hoà', 'thuỷ', 'khoẻ', 'HOÁ'] }],
  ['Thanh Hóa và Thanh Hoá, Thanh Hóa', { old: ['Hóa'], new: ['Hoá'] }],
  ['quý, qúy, quỹ, quả, toàn, hoài, chuyển, hoa, của, mùa', { old: [], new: [] }],
  ['', { old: [], new: [] }],
])('tells the words of each style in %j', (text, styles) => {
  expect(toneStyles(text)).toEqual(styles);
  expect(toneStyles(text.normalize('NFD'))).toEqual(styles);
});
