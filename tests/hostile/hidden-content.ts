import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { body, figure, paragraph, procedures, unique, type writers } from '../helpers/content';
import { documentsOf } from '../helpers/documents';
import { pdf } from '../helpers/file-bytes';
import type { Newsroom } from '../helpers/newsroom';

/** Stands in everything that nobody may see, and nowhere else. */
export const CANARY = 'chim-yen-9920';
/** The canary in the address of a stored file, which is made of its name. */
export const CANARY_OF_FILE = 'chim_yen_9920';

type Picture = { documentId: string; id?: unknown };
export type Relations = Record<string, unknown>;
type Write = ReturnType<typeof writers>;

/** Slugs and ids of hidden things, which hostile requests ask for by name. */
export type Hidden = { never: string[]; gone: string[]; ids: string[] };

const ARTICLE = 'plugin::newsroom.article';

export const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();
const daysAhead = (count: number): string => hours(24 * count).slice(0, 10);

/** A value with the canary in it. */
export const canary = (stem: string): string => `${CANARY}-${unique(stem).replace(' ', '-')}`;

const canaryBody = (file: string | null = null) =>
  body(paragraph(canary('than')), figure(file, canary('chu-thich'), canary('alt')));

/** Canaries in each field that an article's reader would be shown. */
export const canaryArticle = (file: string | null = null) => ({
  title: canary('tieu-de'),
  slug: canary('duong-dan'),
  summary: canary('tom-tat'),
  body: canaryBody(file),
  author: canary('tac-gia'),
  sourceName: canary('nguon'),
  sourceUrl: `https://example.com/${canary('nguon')}`,
  legacyUrl: `/cu/${canary('trang')}.aspx`,
});

/** Fills a newsroom with everything that must stay hidden, related to what is visible. */
export async function hideCanaries(newsroom: Newsroom, write: Write, relations: Relations): Promise<Hidden> {
  const file = await hiddenPicture(write);
  const hidden = await hideArticles(write, file, relations);
  await hideInVisible(newsroom, write, file);
  await hideFiles(newsroom, write);
  await hideOutsideArticles(newsroom, write, hidden.ids[0]!);
  await hideDirectives(newsroom, write);
  await hideProgrammes(newsroom, write);
  await hideReports(newsroom, write);
  return hidden;
}

export const hiddenPicture = (write: Write) =>
  write.picture({ name: canary('anh'), alternativeText: canary('alt'), caption: canary('anh') });

/** Drafts of directives: never public, of a public one, and what they replace. */
async function hideDirectives({ strapi }: Newsroom, write: Write) {
  const texts = () => ({ abstract: canary('trich-yeu'), fields: canary('linh-vuc'), recipients: canary('noi-nhan') });
  const draft = await write.directive(
    { ...texts(), number: canary('so'), slug: canary('van-ban') },
    { status: 'draft' },
  );
  const { documentId } = await write.directive({ slug: 'van-ban-dang-sua' });
  const links = { replaces: [draft.documentId], amends: [draft.documentId] };
  await documentsOf(strapi)('plugin::public-record.directive').update({
    documentId,
    locale: 'vi',
    data: { ...texts(), ...links, number: canary('so'), slug: canary('van-ban') },
  });
}

/** Drafts of programmes: never public, and of a public one. */
async function hideProgrammes({ strapi }: Newsroom, write: Write) {
  const year = { year: 2021, value: '1', asOf: '2021-12-31', source: canary('nguon') };
  const values = () => ({
    ...{ name: canary('chuong-trinh'), slug: canary('chuong-trinh'), summary: canary('tom-tat') },
    targets: [{ name: canary('muc-tieu'), unit: 'ha', value: '1', dueYear: 2025, actual: [year] }],
    tasks: [{ name: canary('nhiem-vu') }],
    solutions: [{ name: canary('giai-phap') }],
    projects: [{ name: canary('du-an') }],
    reports: [{ on: '2021-06-30', summary: canary('bao-cao'), problems: canary('ton-tai') }],
  });
  await write.programme(values(), { status: 'draft' });
  const { documentId } = await write.programme({ slug: 'chuong-trinh-dang-sua' });
  const programmes = documentsOf(strapi)('plugin::public-record.programme');
  await programmes.update({ documentId, locale: 'vi', data: values() });
}

/** Reports of procedures: never public, no longer, and the draft of a correction. */
async function hideReports({ strapi }: Newsroom, write: Write) {
  const rows = () => [procedures({ field: canary('linh-vuc') })];
  const reports = documentsOf(strapi)('plugin::public-record.procedure-report');
  await write.procedureReport({ rows: rows() }, { status: 'draft' });
  const gone = await write.procedureReport({ rows: rows() });
  await reports.unpublish({ documentId: gone.documentId });
  const { documentId } = await write.procedureReport();
  await reports.update({ documentId, data: { rows: rows(), correction: canary('dinh-chinh') } });
}

/** Files that nothing shows, that a draft attaches, and of an article that is deleted; canaries stand in their bytes. */
async function hideFiles(newsroom: Newsroom, write: Write) {
  await write.draft({ ...canaryArticle(), attachments: [(await hiddenDocument(newsroom)).id] });
  await hiddenDocument(newsroom);
  const deleted = await write.article({ ...canaryArticle(), attachments: [(await hiddenDocument(newsroom)).id] });
  await documentsOf(newsroom.strapi)(ARTICLE).delete({ documentId: deleted.documentId, locale: '*' });
}

/** A PDF, which is stored as it is. */
async function hiddenDocument({ strapi }: Newsroom): Promise<Picture> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'pdf-'));
  const filepath = path.join(folder, 'van-ban.pdf');
  const bytes = pdf(canary('trang'));
  await fs.writeFile(filepath, bytes);
  const name = `${canary('van-ban')}.pdf`;
  const files = { filepath, originalFilename: name, mimetype: 'application/pdf', size: bytes.length };
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload({ data: { fileInfo: { name } }, files });
  await fs.rm(folder, { recursive: true });
  return file;
}

/** Every stored address, the smaller formats' too, of files that are named with a canary. */
export async function hiddenAddresses({ sql }: Newsroom): Promise<string[]> {
  const rows = await sql('SELECT upload_guard.stored_paths(url, formats) AS paths FROM files WHERE name LIKE $1', [
    `%${CANARY}%`,
  ]);
  return rows.flatMap(({ paths }) => paths as string[]);
}

/** Articles of every kind that is not to be read: never public, and no longer. */
export async function hideArticles(write: Write, file: Picture, relations: Relations): Promise<Hidden> {
  const media = { cover: file.id, attachments: [file.id] };
  const article = () => ({ ...canaryArticle(file.documentId), ...relations, ...media });

  const never = [
    await write.draft(article()),
    await write.draft({ ...article(), title: 'Bản nháp không lời' }),
    await write.article({ ...article(), publishedOn: hours(5) }),
    await write.article({ ...article(), publishedOn: hours(24 * 400) }),
    await write.article({ ...article(), publishedOn: hours(5), ...withdrawn('notice', -1) }),
    await write.article({ ...article(), publishedOn: hours(5) }, { locale: 'en' }),
  ];
  const gone = [
    await write.article({ ...article(), publishedOn: hours(-5), expiresOn: hours(-1) }),
    await write.article({ ...article(), ...withdrawn('gone', -1), withdrawalReason: 'Đăng nhầm.' }),
    await write.article({ ...article(), ...withdrawn('moved', -1), movedTo: never[0]!.slug, withdrawalReason: null }),
  ];
  return {
    never: never.map(({ slug }) => slug),
    gone: gone.map(({ slug }) => slug),
    ids: [...never, ...gone].map(({ documentId }) => documentId),
  };
}

const withdrawn = (outcome: string, when: number) => ({
  withdrawnOn: hours(when),
  withdrawalOutcome: outcome,
  withdrawalReason: canary('ly-do'),
});

/** What is hidden of an article that itself is visible. */
async function hideInVisible(newsroom: Newsroom, write: Write, file: Picture) {
  const edited = await write.article({ title: 'Bài đang được sửa', slug: 'bai-dang-sua' });
  const documents = documentsOf(newsroom.strapi)(ARTICLE);
  const { documentId } = edited;
  await documents.update({
    documentId,
    locale: 'vi',
    data: { ...canaryArticle(file.documentId), cover: file.id, attachments: [file.id] },
  });
  await documents.update({ documentId, locale: 'en', data: canaryArticle() });

  await write.article({
    title: 'Bài sẽ bị gỡ',
    slug: 'bai-se-go',
    ...withdrawn('moved', 5),
    movedTo: canary('dich'),
  });
  await write.article({
    title: 'Bài gỡ phần thân',
    slug: 'bai-go-than',
    body: canaryBody(file.documentId),
    attachments: [file.id],
    ...withdrawn('notice-without-body', -1),
    withdrawalReason: 'Số liệu chưa được kiểm chứng.',
  });
}

/** The directory ahead of its time, what the importer and the panel keep, and who works here. */
async function hideOutsideArticles({ strapi }: Newsroom, write: Write, draft: string) {
  const create = (uid: string, data: Record<string, unknown>) => documentsOf(strapi)(uid).create({ data });
  const official = await write.official({ name: 'Trần Thị Chờ', slug: 'tran-thi-cho' });
  const position = await write.position({ title: canary('chuc-vu'), rank: 1 });
  await write.appointment({
    official: official.documentId,
    position: position.documentId,
    title: canary('chuc-danh'),
    decision: canary('quyet-dinh'),
    from: daysAhead(3),
  });
  await create('plugin::legacy-import.imported-page', {
    titleDigest: canary('tieu-de'),
    address: canary('dia-chi'),
    title: canary('tieu-de'),
    day: '2021-02-19',
    form: 'html',
    timeSource: 'none',
    publishedOn: hours(-1),
    article: draft,
    pageDigest: canary('trang'),
    articleDigest: canary('bai'),
    importedOn: hours(-1),
    guesses: [canary('doan')],
  });
  await write.redirect({ from: '/cu/chua-den.aspx', to: `/${canary('dich')}`, reason: canary('ly-do'), on: hours(5) });
  const list = await write.latestNewsList({ name: 'Danh sách có ghim', slug: 'co-ghim' });
  await write.pin({ list: list.documentId, article: draft, place: 1 });
  await hideStaff(strapi);
}

async function hideStaff(strapi: Newsroom['strapi']) {
  const role = await strapi.service('admin::role').create({ name: canary('vai-tro'), description: canary('mo-ta') });
  await strapi.service('admin::user').create({
    email: `${canary('nguoi')}@example.com`,
    firstname: canary('ten'),
    lastname: canary('ho'),
    username: canary('nguoi'),
    password: `Aa1-${canary('mat-khau')}`,
    isActive: true,
    roles: [role.id],
    resetPasswordToken: canary('khoa'),
  });
  await strapi.service('admin::api-token').create({
    name: canary('khoa'),
    description: canary('mo-ta'),
    type: 'read-only',
    lifespan: null,
  });
}
