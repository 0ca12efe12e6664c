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
  for (const { key: slug, agency: owner, vi, en, periodFrom, periodTo, targets } of programmes) {
    const agency = agencies.get(owner);
    if (await documents.findFirst({ locale: 'vi', filters: { slug } })) continue;
    const shared = {
      agency,
      periodFrom,
      periodTo,
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
