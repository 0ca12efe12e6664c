import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { storeFile, type LibraryFile } from '../strapi-internals/upload-service';
import type { Key, SamplePicture } from './sample-content';

const UID = 'plugin::upload.file';

/** Uploads the pictures that the media library lacks. Gives them by key. */
export async function loadPictures(
  strapi: Core.Strapi,
  folder: string,
  pictures: Record<Key, SamplePicture>,
): Promise<Map<Key, LibraryFile>> {
  const loaded = new Map<Key, LibraryFile>();
  for (const [key, picture] of Object.entries(pictures)) {
    const found = await strapi.db.query(UID).findOne({ where: { name: picture.name } });
    loaded.set(key, found ?? (await upload(strapi, path.join(folder, 'pictures', picture.file), picture)));
  }
  return loaded;
}

async function upload(strapi: Core.Strapi, filepath: string, { name, alt }: SamplePicture): Promise<LibraryFile> {
  const { size } = await stat(filepath);
  const source = { filepath, originalFilename: path.basename(filepath), mimetype: 'image/jpeg', size };
  return storeFile(strapi, source, { name, alternativeText: alt });
}
