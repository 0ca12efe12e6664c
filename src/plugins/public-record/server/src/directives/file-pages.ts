import fs from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { addAttributes } from '../../../../../strapi-internals/content-types';
import { extendUploadService, type IncomingFile, type StoredRow } from '../../../../../strapi-internals/upload-service';
import { countPdfPages } from './count-pdf-pages';

const FILE = 'plugin::upload.file';

/**
 * Gives every stored PDF the number of its pages (`pages`), counted when it is uploaded or replaced; null of all other
 * files, and where it cannot be told. To be called in `register`.
 */
export function addFilePages(strapi: Core.Strapi): void {
  addAttributes(strapi, FILE, { pages: { type: 'integer', configurable: false } });

  const record = async <Row extends StoredRow>(stored: Row, pages: number | null): Promise<Row> => {
    await strapi.db.query(FILE).update({ where: { id: stored.id }, data: { pages } });
    return { ...stored, pages };
  };

  extendUploadService(strapi, (service) => ({
    async upload(input, options) {
      const files = Array.isArray(input.files) ? input.files : [input.files];
      const counts: (number | null)[] = [];
      // Strapi removes or moves the files while it stores them.
      for (const file of files) counts.push(await pagesOf(file));
      const stored = await service.upload(input, options);
      return Promise.all(
        stored.map((one, index) => (counts[index] == null ? one : record(one, counts[index] ?? null))),
      );
    },

    async replace(id, input, options) {
      const pages = await pagesOf(input.file);
      return record(await service.replace(id, input, options), pages);
    },
  }));
}

async function pagesOf({ filepath }: IncomingFile): Promise<number | null> {
  const file = await fs.open(filepath);
  try {
    const start = Buffer.alloc(8);
    await file.read(start, 0, start.length, 0);
    return start.includes('%PDF') ? countPdfPages(await file.readFile()) : null;
  } finally {
    await file.close();
  }
}
