import type { Core } from '@strapi/strapi';

/** A file on the local disk, as formidable hands it to Strapi. */
export type IncomingFile = { filepath: string; originalFilename?: string | null };

/** Name, caption, folder and so on, as the sender gives them. */
export type FileInfo = { name?: string | null; [field: string]: unknown };

type UploadData = { fileInfo?: FileInfo | FileInfo[]; [field: string]: unknown };

/** The methods of `plugin::upload.upload` through which files and their names enter the media library. */
type UploadService = {
  upload(input: { data: UploadData; files: IncomingFile | IncomingFile[] }, options?: unknown): Promise<unknown>;
  replace(id: unknown, input: { data: UploadData; file: IncomingFile }, options?: unknown): Promise<unknown>;
  updateFileInfo(id: unknown, info: FileInfo, options?: unknown): Promise<unknown>;
  findOne(id: unknown): Promise<{ name: string; ext: string | null } | null>;
};

type ImageManipulation = { generateFileName(name: string): string };

/**
 * Replaces methods of the upload service. Must be called in `register`. The panel's upload and replacement, the content
 * API, Strapi's download of remote addresses and other plugins all call the service through its container.
 */
export function extendUploadService(
  strapi: Core.Strapi,
  methods: (service: UploadService) => Partial<UploadService>,
): void {
  strapi
    .get('services')
    .extend('plugin::upload.upload', (service: UploadService) => ({ ...service, ...methods(service) }));
}

/** Limits the length of the ASCII name under which a provider stores a file; `thumbnail_` and an extension are added to it. */
export function limitStoredName(strapi: Core.Strapi, longest: number): void {
  strapi.get('services').extend('plugin::upload.image-manipulation', (service: ImageManipulation) => ({
    ...service,
    generateFileName: (name: string) => service.generateFileName(name).slice(-longest),
  }));
}

/** The files that the present request brought; they are Strapi's temporary files. Empty outside a request. */
export function requestFiles(strapi: Core.Strapi): IncomingFile[] {
  const request = strapi.requestContext.get()?.request as
    { files?: { files?: IncomingFile | IncomingFile[] } } | undefined;
  const files = request?.files?.files ?? [];
  return Array.isArray(files) ? files : [files];
}

/** A row of the media library. A media field takes its `id`, a figure in a body names its `documentId`. */
export type LibraryFile = { id: number; documentId: string };

/** Adds a file of the local disk to the media library, as an upload does; `fileInfo` has its name there. */
export async function storeFile(
  strapi: Core.Strapi,
  file: { filepath: string; originalFilename: string; mimetype: string; size: number },
  fileInfo: FileInfo,
): Promise<LibraryFile> {
  const [stored]: LibraryFile[] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({ data: { fileInfo }, files: file });
  if (!stored) throw new Error('kho tệp không nhận');
  return stored;
}

/** Whether a picture is broken or too large to decode. Strapi would store it as a file that no one can show. */
export const isFaultyImage = (strapi: Core.Strapi, filepath: string): Promise<boolean> =>
  strapi.plugin('upload').service('image-manipulation').isFaultyImage({ filepath });
