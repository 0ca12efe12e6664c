import { parseQuery } from './parse-query';

it.each([
  ['sở tài chính', 'sở tài chính', [], []],
  ['"sở tài chính" báo cáo', 'sở tài chính báo cáo', ['sở tài chính'], []],
  ['“sở tài chính” «báo cáo»', 'sở tài chính báo cáo', ['sở tài chính', 'báo cáo'], []],
  ['lễ hội -"hoa lộc" -vui', 'lễ hội', [], ['hoa lộc', 'vui']],
  ['2021-2025', '2021-2025', [], []],
  ['giai đoạn 2021 - 2025', 'giai đoạn 2021 2025', [], []],
  ['giai đoạn 2021 -2025', 'giai đoạn 2021 2025', [], []],
  ['quy hoạch -2025', 'quy hoạch', [], ['2025']],
  ['năm 2021 -"2025"', 'năm 2021', [], ['2025']],
  ['sầu riêng -lễ hội', 'sầu riêng', [], ['lễ hội']],
  ['du lịch -Nha Trang -Cam Ranh', 'du lịch', [], ['Nha Trang', 'Cam Ranh']],
  ['cảng -cảng cá -"tôm hùm" biển', 'cảng biển', [], ['cảng cá', 'tôm hùm']],
  ['ngân sách -thu chi thường xuyên của tỉnh', 'ngân sách chi thường xuyên của tỉnh', [], ['thu']],
  ['quy hoạch -2025 tỉnh', 'quy hoạch tỉnh', [], ['2025']],
  ['đường -sắt "quốc lộ"', 'đường quốc lộ', ['quốc lộ'], ['sắt']],
  ['đường -sắt cao tốc "quốc lộ"', 'đường quốc lộ', ['quốc lộ'], ['sắt cao tốc']],
  ['du lịch -Nha Trang, Đà Lạt', 'du lịch Đà Lạt', [], ['Nha Trang,']],
  ['du lịch -biển – đảo', 'du lịch đảo', [], ['biển']],
  ['ùn tắc -quốc lộ 1', 'ùn tắc', [], ['quốc lộ 1']],
  ['hội nghị -ngày 15/3/2026', 'hội nghị', [], ['ngày 15/3/2026']],
  ['-lễ hội sầu riêng', 'hội sầu riêng', [], ['lễ']],
  ['"chưa đóng', 'chưa đóng', [], []],
  ['-chỉ -loại', '', [], ['chỉ', 'loại']],
  ['*** & | ! <-> :*', '', [], []],
])('reads %j', (typed, main, quoted, excluded) => {
  expect(parseQuery(typed)).toEqual({ main, quoted, excluded });
});

it('reads no more than eight phrases and eight exclusions', () => {
  const { quoted, excluded } = parseQuery('"a b" -c '.repeat(20));
  expect([quoted.length, excluded.length]).toEqual([8, 8]);
});
