import { readKeystrokes } from './keystrokes';

test.each([
  ['thanhf phoos', 'thành phố'],
  ['ddoocs docwj DDOOCS', 'đốc dợc đốc'],
  ['giair phongs mawtj bawngf', 'giải phóng mặt bằng'],
  ['dduwowngf duwowngf duongwf', 'đường dường dường'],
  ['nghi sown', 'nghi sơn'],
  ['quyeets ddinhj muaw nhwng tuw', 'quyết định mưa nhưng tư'],
  ['hoaf thuyr khoer giaos ducj tieengs', 'hòa thủy khỏe giáo dục tiếng'],
  ['thanh2 pho61 d9u7o7ng2 d9oc61', 'thành phố đường đốc'],
  ['gif quas', 'gì quá'],
])('%s is read as %s', (typed, read) => {
  expect(readKeystrokes(typed)).toBe(read);
  expect(readKeystrokes(read)).toBe(read);
});

test.each([
  'thanh hoa',
  'phố',
  'UBND tỉnh',
  '58-NQ/TW',
  '58 nq tw',
  '1.004616.000.00.00.H56',
  'm2',
  'class',
  '"sở" -tài',
  'B2B',
])('%s stays', (typed) => expect(readKeystrokes(typed)).toBe(typed));
