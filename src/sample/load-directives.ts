import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { storeFile } from '../strapi-internals/upload-service';
import type { Key, SampleDirective } from './sample-content';

const UID = 'plugin::public-record.directive';

/** The directives that there are none of yet, each with its file; published. */
export async function loadDirectives(
  strapi: Core.Strapi,
  folder: string,
  directives: readonly SampleDirective[],
  agencies: ReadonlyMap<Key, string>,
): Promise<void> {
  const documents = strapi.documents(UID);
  for (const { key, agency, file, vi, en, ...facts } of directives) {
    if (await documents.findFirst({ filters: { number: facts.number } })) continue;
    const shared = {
      ...facts,
      slug: key,
      agency: agencies.get(agency),
      files: [await upload(strapi, folder, file, facts.number)],
    };
    await strapi.db.transaction(async () => {
      const created = { locale: 'vi', status: 'published', data: { ...shared, ...vi } } as const;
      const { documentId } = await documents.create(created as never);
      const translated = { documentId, locale: 'en', status: 'published', data: { ...shared, ...en } } as const;
      if (en) await documents.update(translated as never);
    });
  }
}

async function upload(strapi: Core.Strapi, folder: string, file: string, number: string): Promise<number> {
  const filepath = path.join(folder, 'directives', file);
  const { size } = await stat(filepath);
  const source = { filepath, originalFilename: file, mimetype: 'application/pdf', size };
  return (await storeFile(strapi, source, { name: `Tóm tắt ${number.replace('/', '-')}.pdf` })).id;
}
