import type { Core } from '@strapi/strapi';

/** What an agency is also written as: its short name, and both in every mix of the abbreviations that editors keep. */
export async function agencySpellings(strapi: Core.Strapi): Promise<(...names: (string | null)[]) => string[]> {
  const spell: (name: string) => string[] = await strapi.plugin('directory').service('mentions').spellings();
  return (...names) => [...new Set(names.filter((name) => name !== null).flatMap(spell))];
}
