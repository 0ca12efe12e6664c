import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Key, SamplePicture } from './sample-content';

/** `id` is what a media field takes, `documentId` what a figure in a body names. */
export type Picture = { id: number; documentId: string };

const UID = 'plugin::upload.file';

/** Uploads the pictures that the media library lacks. Gives them by key. */
export async function loadPictures(
  strapi: Core.Strapi,
  folder: string,
  pictures: Record<Key, SamplePicture>,
): Promise<Map<Key, Picture>> {
  const loaded = new Map<Key, Picture>();
  for (const [key, picture] of Object.entries(pictures)) {
    const found = await strapi.db.query(UID).findOne({ where: { name: picture.name } });
    loaded.set(key, found ?? (await upload(strapi, path.join(folder, 'pictures', picture.file), picture)));
  }
  return loaded;
}

async function upload(strapi: Core.Strapi, filepath: string, { name, alt }: SamplePicture): Promise<Picture> {
  const { size } = await stat(filepath);
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({
      data: { fileInfo: { name, alternativeText: alt } },
      files: { filepath, originalFilename: path.basename(filepath), mimetype: 'image/jpeg', size },
    });
  return file;
}
