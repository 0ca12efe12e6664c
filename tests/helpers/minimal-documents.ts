import type { Core } from '@strapi/strapi';
import { unique, writers } from './content';

type Data = Record<string, unknown>;

/**
 * By content type the least data with which a document of it is created. The relations lead to new documents, so that
 * each document fits all constraints.
 */
export function minimalDocuments(strapi: Core.Strapi): Readonly<Record<string, () => Data | Promise<Data>>> {
  const write = writers(strapi);
  const agency = async () => (await write.agency()).documentId;
  const position = async () => (await write.position({ title: unique('Chức vụ'), agency: await agency() })).documentId;
  const articleInBothLocales = async () => {
    const { documentId } = await write.draft();
    await strapi
      .documents('plugin::newsroom.article')
      .update({ documentId, locale: 'en', data: { title: 'In English' } });
    return documentId;
  };
  const listInBothLocales = async () => {
    const { documentId } = await write.latestNewsList({});
    await strapi
      .documents('plugin::newsroom.latest-news-list')
      .update({ documentId, locale: 'en', data: { name: 'In English', size: 8 } });
    return documentId;
  };
  return {
    'plugin::newsroom.article': () => ({ title: unique('Bài viết') }),
    'plugin::newsroom.category': () => ({ name: unique('Chuyên mục') }),
    'plugin::newsroom.latest-news-list': () => ({ name: unique('Danh sách'), size: 8 }),
    'plugin::newsroom.pin': async () => ({
      place: 1,
      list: await listInBothLocales(),
      article: await articleInBothLocales(),
    }),
    'plugin::newsroom.redirect': () => ({ from: `/cu/${unique('x').replace(' ', '-')}`, outcome: 'moved', to: '/moi' }),
    'plugin::directory.agency': () => ({ name: unique('Cơ quan'), level: 'department' }),
    'plugin::directory.agency-period': async () => ({ agency: await agency(), name: 'Tên cũ', to: '2020-01-01' }),
    'plugin::directory.official': () => ({ name: unique('Cán bộ') }),
    'plugin::directory.position': async () => ({
      title: unique('Chức vụ'),
      agency: await agency(),
      rank: 1,
      branch: 'state',
    }),
    'plugin::directory.appointment': async () => ({
      official: (await write.official()).documentId,
      position: await position(),
      kind: 'full',
      precision: 'day',
      from: '2020-01-01',
    }),
    'plugin::directory.succession': async () => ({
      predecessor: await agency(),
      successor: await agency(),
      part: 'full',
      on: '2020-01-01',
    }),
    'plugin::public-record.directive': () => ({ number: `${unique('').trim()}/QĐ-UBND` }),
    'plugin::public-record.programme': () => ({ name: unique('Chương trình') }),
    'plugin::public-record.procedure-report': async () => ({ period: '2021-02', agency: await agency() }),
    'plugin::public-record.exchange-report': async () => ({ period: '2021-02', agency: await agency() }),
    'plugin::portal-search.abbreviation': () => ({ short: unique('VT'), longForms: unique('Viết đủ') }),
  };
}
