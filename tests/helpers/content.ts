import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import sharp from 'sharp';
import { pdfOfPages } from './file-bytes';

let serial = 0;

/** A value that no other row of the run has. */
export const unique = (stem: string): string => `${stem} ${(serial += 1)}`;

export const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

export const figure = (file: string | null, caption = '', alt: string | null = null) => ({
  type: 'figure',
  attrs: { file, caption, credit: '', alt, decorative: false },
});

export const body = (...content: object[]) => ({ type: 'doc', content });

type Data = Record<string, unknown>;
type Document = { documentId: string; slug: string; [field: string]: unknown };

/** Writers of test content, through the document service as editors and machines do. */
export function writers(strapi: Core.Strapi) {
  const create = (uid: string, data: Data, options: Data = {}) =>
    (strapi.documents as unknown as (uid: string) => { create(params: Data): Promise<Document> })(uid).create({
      ...options,
      data,
    });

  return {
    /** A published article; `publishedOn` is an instant. */
    article: (data: Data = {}, options: Data = {}) =>
      create(
        'plugin::newsroom.article',
        { title: unique('Bài viết'), body: body(paragraph('Nội dung.')), ...data },
        { locale: 'vi', status: 'published', ...options },
      ),
    draft: (data: Data = {}, options: Data = {}) =>
      create(
        'plugin::newsroom.article',
        { title: unique('Bản nháp'), body: body(paragraph('Chưa xong.')), ...data },
        { locale: 'vi', ...options },
      ),
    picture: (data: Data = {}) => uploadPicture(strapi, data),
    category: (data: Data = {}) => create('plugin::newsroom.category', named('Chuyên mục', data)),
    agency: (data: Data = {}) => create('plugin::directory.agency', { level: 'department', ...named('Cơ quan', data) }),
    agencyPeriod: (data: Data) => create('plugin::directory.agency-period', data),
    succession: (data: Data) => create('plugin::directory.succession', data),
    official: (data: Data = {}) => create('plugin::directory.official', named('Cán bộ', data)),
    position: (data: Data) => create('plugin::directory.position', data),
    appointment: (data: Data) => create('plugin::directory.appointment', data),
    latestNewsList: (data: Data) =>
      create('plugin::newsroom.latest-news-list', { size: 8, ...named('Danh sách', data) }, { locale: 'vi' }),
    pin: (data: Data) => create('plugin::newsroom.pin', data, { locale: 'vi' }),
    /** A published directive with a PDF of two pages, of an agency of its own unless the data names one. */
    directive: async (data: Data = {}, options: Data = {}) =>
      create(
        'plugin::public-record.directive',
        {
          number: `${(serial += 1)}/QĐ-UBND`,
          issuedOn: '2021-02-19',
          abstract: unique('Về việc'),
          ...data,
          agency:
            data.agency ??
            (await create('plugin::directory.agency', { level: 'province', ...named('Cơ quan', {}) })).documentId,
          files: data.files ?? [(await uploadPdf(strapi)).id],
        },
        { locale: 'vi', status: 'published', ...options },
      ),
    /** A published programme of the years 2021 to 2025, of an agency of its own unless the data names one. */
    programme: async (data: Data = {}, options: Data = {}) =>
      create(
        'plugin::public-record.programme',
        {
          ...named('Chương trình', { periodFrom: 2021, periodTo: 2025, ...data }),
          agency:
            data.agency ??
            (await create('plugin::directory.agency', { level: 'province', ...named('Cơ quan', {}) })).documentId,
        },
        { locale: 'vi', status: 'published', ...options },
      ),
    /** A published report of procedures, of an agency of its own unless the data names one. */
    procedureReport: async (data: Data = {}, options: Data = {}) =>
      create(
        'plugin::public-record.procedure-report',
        {
          period: '2021-02',
          rows: [procedures()],
          ...data,
          agency:
            data.agency ??
            (await create('plugin::directory.agency', { level: 'department', ...named('Cơ quan', {}) })).documentId,
        },
        { status: 'published', ...options },
      ),
    /** The same of exchanged documents. */
    exchangeReport: async (data: Data = {}, options: Data = {}) =>
      create(
        'plugin::public-record.exchange-report',
        {
          period: '2021-02',
          rows: [{ field: null, sent: 50, received: 80, digitallySigned: 120, onTime: 75 }],
          ...data,
          agency:
            data.agency ??
            (await create('plugin::directory.agency', { level: 'department', ...named('Cơ quan', {}) })).documentId,
        },
        { status: 'published', ...options },
      ),
    pdf: (pages?: number) => uploadPdf(strapi, pages),
    abbreviation: (short: string, longForms: string) =>
      create('plugin::portal-search.abbreviation', { short, longForms }),
    redirect: (data: Data) => create('plugin::newsroom.redirect', data),
  };
}

/** A row of a report of procedures that adds up: what came in is resolved on time. */
export const procedures = (changed: Data = {}): Data => ({
  ...{ field: null, received: 10, receivedOnline: null, receivedInPerson: null, carriedOver: 0, resolvedEarly: 0 },
  ...{ resolvedOnTime: 10, resolvedLate: 0, pendingInTime: 0, pendingOverdue: 0, returned: 0 },
  ...changed,
});

function named(stem: string, data: Data): Data {
  const name = (data.name as string | undefined) ?? unique(stem);
  return { name, slug: `${stem.length}-${(serial += 1)}`, ...data };
}

/** A PDF without text in the media library. */
async function uploadPdf(strapi: Core.Strapi, pages = 2): Promise<Document> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'pdf-'));
  const filepath = path.join(folder, 'van-ban.pdf');
  await fs.writeFile(filepath, pdfOfPages(pages));
  const { size } = await fs.stat(filepath);
  const files = { filepath, originalFilename: 'van-ban.pdf', mimetype: 'application/pdf', size };
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({ data: { fileInfo: {} }, files });
  await fs.rm(folder, { recursive: true });
  return file;
}

/** A real picture, 1200 × 800, in the media library. */
async function uploadPicture(strapi: Core.Strapi, fileInfo: Data): Promise<Document> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'picture-'));
  const filepath = path.join(folder, 'anh.png');
  const { size } = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#1d5f75' } }).toFile(
    filepath,
  );
  const files = { filepath, originalFilename: 'anh.png', mimetype: 'image/png', size };
  const [file] = await strapi.plugin('upload').service('upload').upload({ data: { fileInfo }, files });
  await fs.rm(folder, { recursive: true });
  return file;
}
