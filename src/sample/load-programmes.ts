import type { Core } from '@strapi/strapi';
import type { Directory } from './load-directory';
import type { SampleProgramme, SampleProgrammeText } from './sample-content';

const UID = 'plugin::public-record.programme';

/** The programmes, published in their languages; one that is there already stays. */
export async function loadProgrammes(
  strapi: Core.Strapi,
  programmes: readonly SampleProgramme[],
  { agencies }: Directory,
): Promise<void> {
  const documents = strapi.documents(UID);
  for (const { key: slug, agency: owner, vi, en, periodFrom, periodTo, documents: governing, targets } of programmes) {
    const agency = agencies.get(owner);
    if (await documents.findFirst({ locale: 'vi', filters: { slug } })) continue;
    const shared = {
      agency,
      periodFrom,
      periodTo,
      documents: await directivesBySlug(strapi, governing),
      targets: targets.map((target) => ({ ...target, agencies: [agency] })),
    };
    const dataOf = (text: SampleProgrammeText) => ({ ...shared, ...text });
    await strapi.db.transaction(async () => {
      const { documentId } = await documents.create({
        locale: 'vi',
        status: 'published',
        data: { ...dataOf(vi), slug } as never,
      });
      if (en) await documents.update({ documentId, locale: 'en', status: 'published', data: dataOf(en) as never });
    });
  }
}

async function directivesBySlug(strapi: Core.Strapi, slugs: readonly string[]): Promise<string[]> {
  const found = await strapi
    .documents('plugin::public-record.directive')
    .findMany({ locale: 'vi', filters: { slug: { $in: [...slugs] } } });
  return found.map(({ documentId }) => documentId);
}
