import type { Core } from '@strapi/strapi';
import type { Page } from '../page';
import type { PageName } from '../paths';
import { REPORT_VIEWS } from '../report-views';
import { agenciesPage } from './agencies';
import { agencyPage } from './agency';
import { archivePage } from './archive';
import { articlePage } from './article';
import { categoriesPage } from './categories';
import { categoryPage } from './category';
import { collectionPage } from './collection';
import { directivePage } from './directive';
import { directivesPage } from './directives';
import { homePage } from './home';
import { monthPage } from './month';
import { newsPage } from './news';
import { programmePage } from './programme';
import { programmesPage } from './programmes';
import { officialPage } from './official';
import { officialsPage } from './officials';
import { reportsPage } from './reports';
import { searchPage } from './search';

/** The pages that anybody may see, by the names of their paths. */
export const pages = {
  home: homePage,
  news: newsPage,
  article: articlePage,
  categories: categoriesPage,
  category: categoryPage,
  collection: collectionPage,
  officials: officialsPage,
  official: officialPage,
  agencies: agenciesPage,
  agency: agencyPage,
  archive: archivePage,
  month: monthPage,
  directives: directivesPage,
  directive: directivePage,
  programmes: programmesPage,
  programme: programmePage,
  search: searchPage,
  procedures: reportsPage(REPORT_VIEWS.procedures),
  exchange: reportsPage(REPORT_VIEWS.exchange),
} satisfies Partial<Record<PageName, Page>>;

export type PublicPageName = keyof typeof pages;

/** The pages of the plugins that are installed. */
export const shownPages = (strapi: Core.Strapi): PublicPageName[] =>
  Object.entries(pages as Record<PublicPageName, Page>).flatMap(([name, { plugin }]) =>
    !plugin || strapi.plugin(plugin) ? [name as PublicPageName] : [],
  );
