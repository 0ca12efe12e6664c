import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isFaultyImage, storeFile } from '../../src/strapi-internals/upload-service';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { uploader } from '../helpers/uploads';
import { picture } from '../helpers/file-bytes';

describe('the upload service', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => newsroom.stop());

  it('has the methods that extendUploadService replaces', () => {
    const { strapi } = newsroom;
    const service = strapi.plugin('upload').service('upload');
    for (const method of ['upload', 'replace', 'updateFileInfo', 'remove', 'findOne'])
      expect([method, typeof service[method]]).toEqual([method, 'function']);
    for (const method of ['getStructure', 'update'])
      expect([method, typeof strapi.plugin('upload').service('folder')[method]]).toEqual([method, 'function']);
    expect(typeof strapi.plugin('upload').service('image-manipulation').generateFileName).toBe('function');
  });

  it('adds a file of the local disk to the media library, and knows a broken picture', async () => {
    const { strapi } = newsroom;
    const [whole, broken] = ['anh.jpg', 'hong.jpg'].map((name) => path.join(process.env.DATA_DIR!, name));
    const bytes = await picture('jpeg');
    await writeFile(whole!, bytes);
    await writeFile(broken!, 'not a picture');
    const source = { filepath: whole!, originalFilename: 'anh.jpg', mimetype: 'image/jpeg', size: bytes.length };
    const { documentId } = await storeFile(strapi, source, { name: 'Ảnh.jpg', alternativeText: 'Cầu' });
    expect(await strapi.db.query('plugin::upload.file').findOne({ where: { documentId } })).toMatchObject({
      name: 'Ảnh.jpg',
      alternativeText: 'Cầu',
      mime: 'image/jpeg',
    });
    expect([await isFaultyImage(strapi, whole!), await isFaultyImage(strapi, broken!)]).toEqual([false, true]);
  });

  it('stores a file under an ASCII name of at most the limited length', () => {
    const { generateFileName } = newsroom.strapi.plugin('upload').service('image-manipulation');
    expect(generateFileName('Giấy mời.jpg')).toMatch(/^Giay_moi[\w.]*$/);
    expect(generateFileName('a'.repeat(400))).toHaveLength(200);
  });

  it('measures AVIF, which Strapi alone takes for no picture', async () => {
    const { isImage } = newsroom.strapi.plugin('upload').service('image-manipulation');
    const stored = path.join(os.tmpdir(), 'measured.avif');
    await writeFile(stored, await picture('avif'));
    expect(await isImage({ filepath: stored })).toBe(false);
    expect(await isImage({ filepath: stored, mime: 'image/avif' })).toBe(true);
  });

  it('is what the panel’s upload, replacement and renaming call', async () => {
    const editor = await uploader(newsroom);
    const service = newsroom.strapi.plugin('upload').service('upload');
    const calls: string[] = [];
    for (const method of ['upload', 'replace', 'updateFileInfo']) {
      const original = service[method];
      jest.spyOn(service, method).mockImplementation((...args) => (calls.push(method), original(...args)));
    }
    const bytes = await picture('jpeg');
    const { files } = await editor.send({ name: 'ảnh.jpg', bytes });
    const id = files[0]?.id ?? 0;
    await editor.replace(id, { name: 'ảnh.jpg', bytes });
    await editor.rename(id, 'ảnh khác');
    expect(calls).toEqual(['upload', 'replace', 'updateFileInfo']);
  });
});
