import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { isPanelLogo } from '../../../../strapi-internals/upload-provider';

/** What may belong to an upload that is still running, in milliseconds. */
const YOUNG = 60 * 60 * 1000;

const KNOWN = `
  SELECT stored.address FROM unnest(?::text[]) AS stored(address)
   WHERE EXISTS (SELECT FROM files WHERE url = stored.address)
      OR EXISTS (SELECT FROM files, jsonb_each(CASE jsonb_typeof(formats::jsonb) WHEN 'object' THEN formats::jsonb END) format
                  WHERE format.value ->> 'url' = stored.address)
      OR ${isPanelLogo('stored.address')}`;

const addressOf = (name: string): string => `/uploads/${name}`;

/** `strapi.plugin('upload-guard').service('unusedFiles')`: of the folder of uploads on this server's disk. */
export const unusedFiles = ({ strapi }: { strapi: Core.Strapi }) => {
  const folder = path.join(strapi.dirs.static.public, 'uploads');

  return {
    /**
     * Stored files, an hour old or more, of which the database knows nothing: what a process left that was killed
     * between storing a file and its row.
     */
    async list(): Promise<{ name: string; bytes: number }[]> {
      const old: { name: string; bytes: number }[] = [];
      for (const name of await readdir(folder)) {
        const about = await stat(path.join(folder, name));
        if (about.isFile() && Date.now() - about.mtimeMs > YOUNG && name !== '.gitkeep') {
          old.push({ name, bytes: about.size });
        }
      }
      const addresses = old.map(({ name }) => addressOf(name));
      const { rows } = await strapi.db.connection.raw<{ rows: { address: string }[] }>(KNOWN, [addresses]);
      const known = new Set(rows.map(({ address }) => address));
      return old.filter(({ name }) => !known.has(addressOf(name)));
    },

    async remove(names: readonly string[]): Promise<void> {
      for (const name of names) await rm(path.join(folder, path.basename(name)), { force: true });
    },
  };
};
