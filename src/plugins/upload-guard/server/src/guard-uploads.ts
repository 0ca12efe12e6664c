import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { callerLanguage } from '../../../../strapi-internals/caller-language';
import {
  extendUploadService,
  limitStoredName,
  measureAvif,
  type FileInfo,
  type IncomingFile,
} from '../../../../strapi-internals/upload-service';
import { admitFile, type AdmittedFile } from './admit-file';
import type { Options } from './config';
import { cleanName, withExtension } from './file-name';
import { refusalMessage } from './refusal-message';
import { replaceFile } from './replace-file';
import { RefusedFile } from './refused-file';
import { storeWhole } from './store-whole';
import type { TemporaryFolders } from './temporary-folders';

/** Leaves space for `thumbnail_` and an extension within the 255 bytes of a file system; a longer name fails there. */
const LONGEST_STORED_NAME = 200;

const asList = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** Checks every file that enters the media library, and every name that it is given there. To be called in `register`. */
export function guardUploads(strapi: Core.Strapi, limits: Options, folders: TemporaryFolders): void {
  const admit = (file: IncomingFile, folder: string, replacedExtension?: string) =>
    admitFile(file, limits, folder, replacedExtension).catch((error: unknown) => refuse(strapi, limits, file, error));

  const store = storeWhole(strapi);

  extendUploadService(strapi, (service) => ({
    upload: ({ data, files }, options) =>
      folders.withFolder(async (folder) => {
        const admitted: AdmittedFile[] = [];
        // One after another, so that one decoded picture is in memory at a time; all before the first is stored.
        for (const file of asList(files)) admitted.push(await admit(file, folder));
        const infos = asList(data.fileInfo ?? {});
        const fileInfo = admitted.map((file, index) => withName(infos[index], file));
        return store.upload(() => service.upload({ data: { ...data, fileInfo }, files: admitted }, options));
      }),

    replace: (id, { data, file }, options) =>
      folders.withFolder(async (folder) => {
        const replaced = await service.findOne(id);
        const admitted = await admit(file, folder, replaced?.ext ?? undefined);
        const fileInfo = withName(asList(data.fileInfo ?? {})[0], admitted);
        const replace = () => service.replace(id, { data: { ...data, fileInfo }, file: admitted }, options);
        return replaced ? replaceFile(strapi, store, replaced.id, replace) : replace();
      }),

    async updateFileInfo(id, info, options) {
      const stored = info?.name ? await service.findOne(id) : null;
      const name = stored && info.name ? withExtension(info.name, stored.ext ?? '') : info?.name;
      return service.updateFileInfo(id, { ...info, name }, options);
    },
  }));
  limitStoredName(strapi, LONGEST_STORED_NAME);
  measureAvif(strapi);
}

function withName(info: FileInfo | undefined, { originalFilename }: AdmittedFile): FileInfo {
  const extension = originalFilename.slice(originalFilename.lastIndexOf('.'));
  return { ...info, name: info?.name ? withExtension(info.name, extension) : originalFilename };
}

/** Throws the refusal in the caller's language. */
function refuse(strapi: Core.Strapi, limits: Options, file: IncomingFile, error: unknown): never {
  if (!(error instanceof RefusedFile)) throw error;
  const name = cleanName(file.originalFilename ?? '', '');
  throw new errors.ApplicationError(refusalMessage(error, name, limits, callerLanguage(strapi)), {
    reason: error.reason,
  });
}
