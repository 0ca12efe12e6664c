import { imageKind } from './image-kind';

describe('the kind of a picture', () => {
  it.each([
    ['ffd8ffe0', 'image/jpeg'],
    ['89504e470d0a1a0a', 'image/png'],
    [Buffer.from('GIF89a').toString('hex'), 'image/gif'],
    [Buffer.from('RIFF0000WEBP').toString('hex'), 'image/webp'],
  ])('is recognised by its first bytes: %s is %s', (bytes, mime) => {
    expect(imageKind(Buffer.from(bytes, 'hex'))?.mime).toBe(mime);
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', 'GIF88a', 'RIFF0000WAVE', '%PDF-1.7', ''])(
    'is none for %j',
    (content) => expect(imageKind(Buffer.from(content))).toBeNull(),
  );
});
