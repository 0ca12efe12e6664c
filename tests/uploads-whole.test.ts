import fs from 'node:fs';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import * as bytes from './helpers/file-bytes';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { uploader } from './helpers/uploads';

describe('an upload', () => {
  let newsroom: Newsroom;
  let editor: Awaited<ReturnType<typeof uploader>>;
  let picture: Buffer;

  const folder = () => path.join(newsroom.strapi.dirs.static.public, 'uploads');
  const state = async () => ({
    files: (await readdir(folder())).sort(),
    rows: Number((await newsroom.sql('SELECT count(*) AS n FROM files'))[0]?.n),
  });

  beforeAll(async () => {
    newsroom = await startNewsroom();
    editor = await uploader(newsroom);
    picture = await bytes.picture('jpeg', 900, 700);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => newsroom.stop());

  /** The disk is full from the given file on, after a first part of it was written. */
  function fillDisk(from: number): void {
    const create = fs.createWriteStream;
    let created = 0;
    jest.spyOn(fs, 'createWriteStream').mockImplementation((name, options) => {
      if (!String(name).startsWith(folder())) return create(name, options);
      created += 1;
      if (created < from) return create(name, options);
      fs.writeFileSync(name, 'một phần');
      const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      return new Writable({ write: (_chunk, _encoding, done) => done(full) }) as fs.WriteStream;
    });
  }

  it.each([
    ['the picture', 1],
    ['a smaller format of it', 2],
  ])('leaves nothing when the disk is full at %s, and says so', async (_, from) => {
    const before = await state();
    fillDisk(from);
    const { status, message } = await editor.send({ name: 'ảnh.jpg', bytes: picture });
    expect([status, message]).toEqual([507, expect.stringMatching(/^Máy chủ đã hết chỗ lưu tệp/)]);
    expect(await state()).toEqual(before);
  });

  it('leaves nothing when its row is refused', async () => {
    const before = await state();
    await newsroom.sql(`ALTER TABLE files ADD CONSTRAINT none CHECK (name <> 'cấm.jpg') NOT VALID`);
    jest.spyOn(newsroom.strapi.log, 'error').mockReturnValue(newsroom.strapi.log);
    expect((await editor.send({ name: 'cấm.jpg', bytes: picture })).status).toBe(500);
    await newsroom.sql('ALTER TABLE files DROP CONSTRAINT none');
    expect(await state()).toEqual(before);
  });

  it('is listed and removed by the sweep when only its files are there, and only then', async () => {
    const { files } = await editor.send({ name: 'giữ.jpg', bytes: picture });
    const [file] = files;
    const stored = (await state()).files.filter((name) => name.includes(file!.hash));
    expect(stored.length).toBeGreaterThan(1);
    const left = ['.dang-ghi.0a1b2c3d.jpg', 'sot_0a1b2c3d.jpg', 'thumbnail_sot_0a1b2c3d.jpg', 'moi.jpg'];
    for (const name of left) await writeFile(path.join(folder(), name), 'x');
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    for (const name of [...stored, ...left.slice(0, 3)]) await utimes(path.join(folder(), name), longAgo, longAgo);

    const unused = newsroom.strapi.plugin('upload-guard').service('unusedFiles');
    const found = (await unused.list()) as { name: string }[];
    expect(found.map(({ name }) => name).sort()).toEqual(left.slice(0, 3));
    await unused.remove(found.map(({ name }) => name));
    const { files: after } = await state();
    expect(after).toEqual(expect.arrayContaining([...stored, 'moi.jpg']));
    expect(after).not.toEqual(expect.arrayContaining([left[0]]));
  });
});
