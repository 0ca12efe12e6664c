import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { importTests } from './helpers/importing';
import { difference, OWNER, phonePicture, shown, UPRIGHT, type PhoneFormat } from './helpers/phone-picture';
import { uploader, type Stored } from './helpers/uploads';

const ENDINGS: Record<PhoneFormat, string> = { jpeg: 'jpg', png: 'png', webp: 'webp', avif: 'avif' };
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8];

/** How Strapi's settings of the media library change what is stored. */
const SETTINGS = [
  { sizeOptimization: true, autoOrientation: false, responsiveDimensions: true },
  { sizeOptimization: false, autoOrientation: false, responsiveDimensions: true },
  { sizeOptimization: true, autoOrientation: true, responsiveDimensions: true },
];

const LARGE = { width: 3 * UPRIGHT.width, height: 3 * UPRIGHT.height };

/** A picture three times as wide and high, with all that its file says besides. */
async function enlarged(bytes: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(bytes).metadata();
  const size = { width: 3 * width, height: 3 * height, kernel: 'nearest' as const };
  return sharp(bytes).resize(size).keepMetadata().jpeg({ quality: 95 }).toBuffer();
}

type Rendition = { url: string; width: number; height: number };

const tests = importTests();
let editor: Awaited<ReturnType<typeof uploader>>;

beforeAll(async () => {
  editor = await uploader({ strapi: tests.strapi(), url: tests.url() } as never);
});

const set = (settings: object) => tests.strapi().plugin('upload').service('upload').setSettings(settings);
/** The panel gets signed addresses. */
const bytesOf = ({ url }: { url: string }) =>
  readFile(path.join(tests.strapi().dirs.static.public, url.replace(/\?.*/, '')));

/** Asserts that a file and all its renditions are upright in their stated size, and do not tell where they were taken. */
async function expectUpright(file: Stored, size = UPRIGHT): Promise<void> {
  expect(file).toMatchObject(size);
  const renditions = Object.values((file.formats ?? {}) as Record<string, Rendition>);
  for (const { url, width, height } of [{ url: file.url, ...size }, ...renditions]) {
    const bytes = await bytesOf({ url });
    const { orientation = 1, exif, xmp, ...metadata } = await sharp(bytes).metadata();
    expect([url, orientation, exif, xmp]).toEqual([url, 1, undefined, undefined]);
    expect(metadata).toMatchObject({ width, height });
    expect(bytes.includes(OWNER)).toBe(false);
    // Nearly the colours that were sent: the profile was kept, or they were converted to sRGB.
    expect(difference((await shown(bytes)).corners)).toBeLessThan(12);
  }
}

describe.each([
  [SETTINGS[0]!, ORIENTATIONS],
  [SETTINGS[1]!, [3, 6]],
  [SETTINGS[2]!, [3, 6]],
])('with the settings %j', (settings, orientations) => {
  beforeAll(() => set(settings));

  it.each(Object.entries(ENDINGS))('a phone’s %s is upright in every rendition', async (format, ending) => {
    for (const orientation of orientations) {
      const bytes = await phonePicture(format as PhoneFormat, orientation);
      const { files, message } = await editor.send({ name: `ảnh ${orientation}.${ending}`, bytes });
      expect(message).toBe('');
      await expectUpright(files[0]!);
      expect(Object.keys(files[0]?.formats ?? {})).toEqual(format === 'avif' ? [] : ['thumbnail']);
    }
  });
});

it('a large picture is upright in each of its renditions, by upload and by import', async () => {
  await set(SETTINGS[0]!);
  const sizes = ['thumbnail', 'small', 'medium', 'large'];
  const figures = ORIENTATIONS.map((orientation) => `<p><img src="lon-${orientation}.jpg"></p>`).join('');
  const page = `<h3>Cầu lớn</h3><div>Đăng ngày 02 - 03 - 2021</div><p>Cầu lớn thông xe.</p>${figures}<p>Hết.</p>`;
  await writeFile(tests.inFolder('lon.html'), page);
  for (const orientation of ORIENTATIONS) {
    const bytes = await enlarged(await phonePicture('jpeg', orientation));
    await writeFile(tests.inFolder(`lon-${orientation}.jpg`), bytes);
    const [file] = (await editor.send({ name: `lớn ${orientation}.jpg`, bytes })).files;
    await expectUpright(file!, LARGE);
    expect(Object.keys(file!.formats as object).sort()).toEqual([...sizes].sort());
  }
  expect(await tests.importing('lon.html')).toMatchObject({ code: 0 });
  const files = await tests.sql(`SELECT url, width, height, formats FROM files WHERE name LIKE 'lon-%'`);
  expect(files).toHaveLength(ORIENTATIONS.length);
  for (const file of files) {
    await expectUpright(file as Stored, LARGE);
    expect(Object.keys(file.formats as object).sort()).toEqual([...sizes].sort());
  }
});

it('a picture that replaces another is upright', async () => {
  await set(SETTINGS[1]!);
  const [stored] = (await editor.send({ name: 'cũ.jpg', bytes: await phonePicture('jpeg', 1) })).files;
  const { files } = await editor.replace(stored!.id, { name: 'mới.jpg', bytes: await phonePicture('jpeg', 6) });
  await expectUpright(files[0]!);
});

it('the pictures of an imported page are upright', async () => {
  await set(SETTINGS[0]!);
  const figures = ORIENTATIONS.map((orientation) => `<p><img src="anh-${orientation}.jpg"></p>`).join('');
  await writeFile(
    tests.inFolder('trang.html'),
    `<h3>Cầu mới thông xe</h3><div>Đăng ngày 01 - 03 - 2021</div><p>Sáng nay cầu mới thông xe.</p>${figures}<p>Hết.</p>`,
  );
  for (const orientation of ORIENTATIONS) {
    await writeFile(tests.inFolder(`anh-${orientation}.jpg`), await phonePicture('jpeg', orientation));
  }
  const { code, said } = await tests.importing('trang.html');
  expect([code, said]).toEqual([0, expect.anything()]);
  const files = await tests.sql('SELECT url, width, height, formats FROM files ORDER BY id');
  expect(files).toHaveLength(ORIENTATIONS.length);
  for (const file of files) await expectUpright(file as Stored);
});

it.each(['IMG_0001.HEIC', 'IMG_0001.jpg', 'IMG_0001'])('HEIC is refused with advice: %s', async (name) => {
  for (const brand of ['heic', 'heix', 'hevc', 'mif1']) {
    const head = Buffer.from(`\0\0\0\u0018ftyp${brand}\0\0\0\0mif1heic`);
    expect(await editor.send({ name, bytes: Buffer.concat([head, Buffer.alloc(500)]) })).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^Không nhận tệp “IMG_0001.*Hãy lưu lại thành JPEG hoặc PNG\.$/),
    });
  }
});
