import { decodePage } from './decode-page';

const TEXT = 'Đăng ngày 19 - 02 - 2021: Ủy ban';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
// "Đăng ngày" in windows-1258: the grave of à stands alone in no letter there.
const CP1258 = Buffer.from([0xd0, 0xe3, 0x6e, 0x67, 0x20, 0x6e, 0x67, 0xe0, 0x79]);

describe('the encoding of a page', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['big-endian UTF-16 with a mark', utf16be(`\ufeff${TEXT}`)],
    ['UTF-16 without one', Buffer.from(TEXT, 'utf16le')],
    ['big-endian UTF-16 without one', utf16be(TEXT)],
    ['UTF-8 that calls itself something else', Buffer.from(`${TEXT}<meta charset=iso-8859-1>`)],
  ])('is found in %s', (_, bytes) => {
    expect(decodePage(bytes).replace(/<.*/, '')).toBe(TEXT);
  });

  it('is recognised by the byte order mark where no byte is zero', () => {
    expect(decodePage(Buffer.from('\ufeffĐăạếộ', 'utf16le'))).toBe('Đăạếộ');
  });

  it.each([
    ['that says so', '<meta charset="windows-1258">'],
    ['that says nothing', ''],
    ['that calls itself UTF-8', '<meta charset=utf-8>'],
    ['that names no encoding there is', '<meta charset=unikey>'],
  ])('is windows-1258 for a page %s', (_, meta) => {
    expect(decodePage(Buffer.concat([Buffer.from(meta), CP1258])).normalize('NFC')).toBe(`${meta}Đăng ngày`);
  });

  it('is refused when no date line comes out of it', () => {
    expect(() => decodePage(Buffer.from([0xa7, 0xa8, 0x6e, 0x67]))).toThrow('không nhận ra mã chữ');
  });
});
