import { rm } from 'node:fs/promises';
import { type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type UploadOptions } from '../config';
import { callerLanguage } from '../caller-language';
import { admitFile, type Admitted, type Arriving } from './admit-file';
import { cleanName, renamed } from './file-name';
import { refusalMessage } from './refusal-message';
import { RefusedFile } from './refused-file';

type Info = { name?: string | null; [field: string]: unknown };
type Data = { fileInfo?: Info | Info[]; [field: string]: unknown };
type StoredFile = { name: string; ext: string | null };

type UploadService = {
  upload(input: { data: Data; files: Arriving | Arriving[] }, options?: unknown): Promise<unknown>;
  replace(id: unknown, input: { data: Data; file: Arriving }, options?: unknown): Promise<unknown>;
  updateFileInfo(id: unknown, info: Info, options?: unknown): Promise<unknown>;
  findOne(id: unknown): Promise<StoredFile | null>;
};

/** Room for `thumbnail_` in front and an ending behind, within the 255 bytes of a file system. */
const LONGEST_STORED_NAME = 200;

const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/**
 * Puts the guard where every way into the media library leads: the panel's upload and replacement, the content API,
 * Strapi's fetching of addresses, machine clients and the importer all call these methods of the upload service.
 */
export function guardUploads(strapi: Core.Strapi, limits: UploadOptions): void {
  const admit = (file: Arriving, replacedEnding?: string) =>
    admitFile(file, limits, replacedEnding).catch((error: unknown) => refuse(strapi, limits, file, error));

  strapi.get('services').extend('plugin::upload.upload', (service: UploadService) => ({
    ...service,

    async upload({ data, files }: Parameters<UploadService['upload']>[0], options?: unknown) {
      const admitted: Admitted[] = [];
      // One after another, so that one decoded picture is in memory at a time; all before the first is stored.
      for (const file of listed(files)) admitted.push(await admit(file));
      const infos = listed(data.fileInfo ?? {});
      const fileInfo = admitted.map((file, index) => named(infos[index], file));
      return service.upload({ data: { ...data, fileInfo }, files: admitted }, options);
    },

    async replace(id: unknown, { data, file }: Parameters<UploadService['replace']>[1], options?: unknown) {
      const replaced = await service.findOne(id);
      const admitted = await admit(file, replaced?.ext ?? undefined);
      const fileInfo = named(listed(data.fileInfo ?? {})[0], admitted);
      return service.replace(id, { data: { ...data, fileInfo }, file: admitted }, options);
    },

    async updateFileInfo(id: unknown, info: Info, options?: unknown) {
      const stored = info?.name ? await service.findOne(id) : null;
      const name = stored && info.name ? renamed(info.name, stored.ext ?? '') : info?.name;
      return service.updateFileInfo(id, { ...info, name }, options);
    },
  }));

  strapi
    .get('services')
    .extend('plugin::upload.image-manipulation', (service: { generateFileName(name: string): string }) => ({
      ...service,
      // A long name would make an upload fail on the file system, with an internal error.
      generateFileName: (name: string) => service.generateFileName(name).slice(-LONGEST_STORED_NAME),
    }));
}

function named(info: Info | undefined, { originalFilename }: Admitted): Info {
  const ending = originalFilename.slice(originalFilename.lastIndexOf('.'));
  return { ...info, name: info?.name ? renamed(info.name, ending) : originalFilename };
}

/** Tells the caller why, in the language of the person at the panel, and leaves nothing of the request on the disk. */
async function refuse(strapi: Core.Strapi, limits: UploadOptions, file: Arriving, error: unknown): Promise<never> {
  const context = strapi.requestContext.get();
  // Strapi removes what a request has brought only when the request succeeds. A machine's own files are not touched.
  const brought = listed((context?.request as { files?: { files?: Arriving | Arriving[] } })?.files?.files ?? []);
  await Promise.all(brought.map(({ filepath }) => rm(filepath, { force: true })));
  if (!(error instanceof RefusedFile)) throw error;
  const name = cleanName(file.originalFilename ?? '', '');
  throw new errors.ApplicationError(refusalMessage(error, name, limits, callerLanguage(strapi)), {
    reason: error.reason,
  });
}
