import path from 'node:path';
import type { Core } from '@strapi/strapi';

const PAGE = 'old-page/khu-kinh-te-nghi-son-2021-02-20.html';

/**
 * One saved page of the old portal, through the importer as an editor's own would go; none where it is switched off.
 *
 * @throws with the importer's reason when it refuses the page
 */
export async function importOldPage(strapi: Core.Strapi, folder: string): Promise<void> {
  const plugin = strapi.plugin('legacy-import') as Core.Plugin | undefined;
  const report = await plugin?.service('importer').run([path.join(folder, PAGE)]);
  const refusal = report?.refused[0];
  if (refusal) throw new Error(`Trang cũ mẫu bị từ chối: ${refusal.reason}`);
}
