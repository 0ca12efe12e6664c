import type { Core } from '@strapi/strapi';
import { isFaultyImage, storeFile } from '../../../../../strapi-internals/upload-service';
import { toNfc } from '../../../../../vietnamese';
import { digestOf } from '../digest';
import type { FoundPicture } from './find-picture';

const UID = 'plugin::legacy-import.imported-picture';
const FILE = 'plugin::upload.file';
// What Strapi refuses in a file's name, and what would make it longer than a file system takes.
const REFUSED = /[<>:"/\\|?*\u0000-\u001f\u007f]/g;
const LONGEST_NAME = 120;

function safeName({ name, ending }: FoundPicture): string {
  const stem = toNfc(name)
    .replace(/\.[^.]*$/, '')
    .replace(REFUSED, '-');
  return (Array.from(stem).slice(0, LONGEST_NAME).join('').trim() || 'hinh') + ending;
}

/** The document id of a picture that was uploaded in an earlier run, by its digest; null when it is gone. */
export async function knownPicture(strapi: Core.Strapi, digest: string): Promise<string | null> {
  const known: { file: string } | null = await strapi.db.query(UID).findOne({ where: { digest } });
  if (!known) return null;
  const file: { documentId: string } | null = await strapi.db
    .query(FILE)
    .findOne({ where: { documentId: known.file } });
  if (file) return file.documentId;
  // An editor has deleted it from the media library: it is uploaded again.
  await strapi.db.query(UID).deleteMany({ where: { digest } });
  return null;
}

/**
 * The document id of a picture in the media library: uploaded once for its content, found by its digest later. Call it
 * within the importer's transaction and lock.
 */
export async function storePicture(strapi: Core.Strapi, picture: FoundPicture): Promise<string> {
  const digest = digestOf(picture.bytes);
  const known = await knownPicture(strapi, digest);
  if (known) return known;
  if (await isFaultyImage(strapi, picture.path)) throw new Error('hình hỏng hoặc quá lớn');
  const name = safeName(picture);
  const source = { filepath: picture.path, originalFilename: name, mimetype: picture.mime, size: picture.bytes.length };
  const file = await storeFile(strapi, source, { name });
  await strapi.db.query(UID).create({ data: { digest, file: file.documentId } });
  return file.documentId;
}
