import { isOneSentence } from './one-sentence';
import { isPersonName } from './person-name';

describe('one sentence', () => {
  it.each([
    'Các đại biểu tham gia ý kiến tại hội nghị.',
    'Quang cảnh hội nghị',
    'Đoàn kiểm tra tại TP. Thanh Hóa và TX. Nghi Sơn.',
    'Hội nghị ngày 19.02.2021 tại xã Hoằng Phú…',
    'PGS. TS. chủ trì buổi làm việc.',
  ])('is “%s”', (text) => expect(isOneSentence(text)).toBe(true));

  it.each([
    'Hội nghị đã họp. Các bên thống nhất.',
    'Có ba nhiệm vụ chính… Thứ nhất là quy hoạch.',
    'Các nhiệm vụ gồm:',
    'Rà soát hồ sơ;',
    '1. Nhiệm vụ chung',
    'a) Về quy hoạch',
    'II. Giải pháp',
    '- Rà soát hồ sơ',
  ])('is not “%s”', (text) => expect(isOneSentence(text)).toBe(false));
});

describe('a name that signs', () => {
  it.each(['Thu Trang', 'Lê Thị Hồng Hạnh', 'Hà Thu - Minh Ngọc', 'THU TRANG', 'Thu Trang/Văn Nam'])(
    'is “%s”',
    (text) => expect(isPersonName(text)).toBe(true),
  );
  it.each(['Trang', 'Văn phòng UBND tỉnh', 'Kết luận', 'Năm 2021', 'thu trang', 'Quang cảnh hội nghị', ''])(
    'is not “%s”',
    (text) => expect(isPersonName(text)).toBe(false),
  );
});
