import { nameFinder } from './find-names';

const thing = (name: string, bearer = name) => ({ name, isPerson: false, bearer });
const person = (name: string, bearer = name) => ({ name, isPerson: true, bearer });

it('tells where each name stands, as it is written there, in the order of the text', () => {
  const text = 'Ông Lê Văn Bình làm việc với Sở tài chính. Lê Văn Bình kết luận.';
  const mentions = nameFinder([thing('Sở Tài chính'), person('Lê Văn Bình')])(text);
  expect(mentions.map(({ written }) => written)).toEqual(['Lê Văn Bình', 'Sở tài chính', 'Lê Văn Bình']);
  for (const { start, end, written } of mentions) expect(text.slice(start, end)).toBe(written);
});

it('gives places in NFC, whatever the tone style and the normal form of the text', () => {
  const text = 'Đến xã Hoà An và Lê Thuỷ'.normalize('NFD');
  const [place, woman] = nameFinder([thing('xã Hòa An'), person('Lê Thủy')])(text);
  expect([place!.written, woman!.written]).toEqual(['xã Hoà An', 'Lê Thuỷ']);
  expect(text.normalize('NFC').slice(place!.start, place!.end)).toBe('xã Hoà An');
});

it('gives all who bear a name', () => {
  const [mention] = nameFinder([person('Lê Thị Hà', 'a'), person('Lê Thị Hà', 'b')])('Bà Lê Thị Hà dự.');
  expect(mention!.bearers).toEqual(['a', 'b']);
});
