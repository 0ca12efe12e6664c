import type { Core } from '@strapi/strapi';

/** A file on the local disk, as formidable hands it to Strapi. */
export type IncomingFile = { filepath: string; originalFilename?: string | null };

/** A row of the media library, as far as it is used. */
export type StoredRow = { id: number };

/** Name, caption, folder and so on, as the sender gives them. */
export type FileInfo = { name?: string | null; [field: string]: unknown };

type UploadData = { fileInfo?: FileInfo | FileInfo[]; [field: string]: unknown };

/** The methods of `plugin::upload.upload` through which files and their names enter the media library. */
type UploadService = {
  upload(input: { data: UploadData; files: IncomingFile | IncomingFile[] }, options?: unknown): Promise<StoredRow[]>;
  replace(id: unknown, input: { data: UploadData; file: IncomingFile }, options?: unknown): Promise<StoredRow>;
  updateFileInfo(id: unknown, info: FileInfo, options?: unknown): Promise<StoredRow>;
  remove(file: StoredRow): Promise<StoredRow>;
  findOne(id: unknown): Promise<{ id: number; name: string; ext: string | null } | null>;
};

type ImageManipulation = {
  generateFileName(name: string): string;
  isImage(file: { mime?: string }): Promise<boolean>;
};

function extendImageManipulation(
  strapi: Core.Strapi,
  methods: (service: ImageManipulation) => Partial<ImageManipulation>,
): void {
  strapi
    .get('services')
    .extend('plugin::upload.image-manipulation', (service: ImageManipulation) => ({ ...service, ...methods(service) }));
}

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

/** A folder of the media library with the folders in it. */
type FolderTree = { id: number; name: string; children: FolderTree[] };

type FolderService = {
  getStructure(): Promise<FolderTree[]>;
  /** Null for a folder that does not exist. */
  update(id: unknown, ...others: unknown[]): Promise<unknown>;
};

/**
 * Limits the folders of the media library to those of `knownIds` where Strapi reads and writes them by SQL of its own,
 * past the lifecycles of the type: in the tree of all folders, and when one is changed. Must be called in `register`.
 */
export function limitFolderService(strapi: Core.Strapi, knownIds: () => Promise<ReadonlySet<number>>): void {
  strapi.get('services').extend('plugin::upload.folder', (service: FolderService) => ({
    ...service,
    async getStructure() {
      const known = await knownIds();
      // A known folder in an unknown one stands in its place.
      const limited = (tree: FolderTree[]): FolderTree[] =>
        tree.flatMap(({ children, ...folder }) =>
          known.has(folder.id) ? [{ ...folder, children: limited(children) }] : limited(children),
        );
      return limited(await service.getStructure());
    },
    update: async (id: unknown, ...others: unknown[]) =>
      (await knownIds()).has(Number(id)) ? service.update(id, ...others) : null,
  }));
}

/** Limits the length of the ASCII name under which a provider stores a file; `thumbnail_` and an extension are added to it. */
export function limitStoredName(strapi: Core.Strapi, longest: number): void {
  extendImageManipulation(strapi, (service) => ({
    generateFileName: (name) => service.generateFileName(name).slice(-longest),
  }));
}

/**
 * Has Strapi store the width and height of AVIF pictures. It takes them for no pictures, since it compares with `avif`
 * what sharp calls `heif`; so they get no renditions either way.
 */
export function measureAvif(strapi: Core.Strapi): void {
  extendImageManipulation(strapi, (service) => ({
    isImage: async (file) => file.mime === 'image/avif' || service.isImage(file),
  }));
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
