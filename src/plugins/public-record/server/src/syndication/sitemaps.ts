import type { Core } from '@strapi/strapi';
import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import {
  directivePages,
  directiveYears,
  type DirectivePageModel,
  type DirectiveYearsModel,
} from '../queries/directive-sitemaps';
import { programmePages, type ProgrammePageModel } from '../queries/programme-sitemap';

/** Far below the 50,000 that the protocol allows, so that each part is quick to build and to read. */
const PER_SITEMAP = 10_000;

const PREFIX = 'directives-';
const NAME = /^directives-(\d{4})(?:-([2-9]|[1-9]\d{1,3}))?$/;

/** `directives-2021`, and `directives-2021-2` where one is not enough. A directive stays in its year. */
const namesOf = ({ year, pages }: DirectiveYearsModel[number]): string[] =>
  Array.from({ length: Math.ceil(pages / PER_SITEMAP) }, (_, part) => {
    const name = `${PREFIX}${String(year).padStart(4, '0')}`;
    return part === 0 ? name : `${name}-${part + 1}`;
  });

/** The pages of directives, by year of issue. */
export const directiveSitemaps = {
  prefix: PREFIX,

  async names(strapi: Core.Strapi): Promise<string[]> {
    const years: DirectiveYearsModel = await reader(strapi).model(directiveYears(DEFAULT_LOCALE));
    return years.flatMap(namesOf);
  },

  async pages(strapi: Core.Strapi, name: string) {
    const [, year, part = '1'] = NAME.exec(name) ?? [];
    if (year === undefined || year === '0000') return null;
    const models: DirectivePageModel[] = await reader(strapi).model(
      directivePages(DEFAULT_LOCALE, Number(year), Number(part), PER_SITEMAP),
    );
    return sitemapPages(strapi, 'directive', models);
  },
};

const PROGRAMMES = 'programmes';

/** The pages of programmes, all in one. */
export const programmeSitemap = {
  prefix: PROGRAMMES,
  names: async (strapi: Core.Strapi): Promise<string[]> =>
    (await reader(strapi).model(programmePages(DEFAULT_LOCALE, 1))).length > 0 ? [PROGRAMMES] : [],

  async pages(strapi: Core.Strapi, name: string) {
    if (name !== PROGRAMMES) return null;
    const models: ProgrammePageModel[] = await reader(strapi).model(programmePages(DEFAULT_LOCALE, PER_SITEMAP));
    return sitemapPages(strapi, 'programme', models);
  },
};

type PageModel = DirectivePageModel | ProgrammePageModel;

/** Null where there is none. */
function sitemapPages(strapi: Core.Strapi, type: 'directive' | 'programme', models: readonly PageModel[]) {
  const addresses = strapi.plugin('portal-feeds').service('addresses');
  const url = (slug: string, locale: string): string => addresses.page(type, slug, locale);
  if (models.length === 0) return null;
  return models.map(({ slug, locale, changedOn, languages }) => ({
    url: url(slug, locale),
    changedOn: new Date(changedOn),
    languages: languages.map((other) => ({ locale: other.locale, url: url(other.slug, other.locale) })),
  }));
}

const reader = (strapi: Core.Strapi) => strapi.plugin('portal-feeds').service('reader');
