import { body, figure, paragraph, writers } from '../helpers/content';
import { documentsOf } from '../helpers/documents';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import type { SlugKind } from './contract-paths';
import { hiddenAddresses, hideCanaries, hours, type Hidden, type Relations } from './hidden-content';
import { plantSecrets, type Secrets } from './secrets';

type Visible = Record<SlugKind, string[]>;
type Room = { newsroom: Newsroom; write: ReturnType<typeof writers>; visible: Visible };
export type Attacked = Room & {
  hidden: Hidden;
  /** Addresses of stored files: what anybody may open, and what nobody may without a signature. */
  files: { visible: string[]; hidden: string[] };
  secrets: Secrets;
};

/**
 * A newsroom in which everything visible has something hidden beside it.
 *
 * @param environment variables of its own
 */
export async function startAttackedNewsroom(environment: Record<string, string> = {}): Promise<Attacked> {
  const { relations, ...rest } = await startVisibleNewsroom(environment);
  const hidden = await hideCanaries(rest.newsroom, rest.write, relations);
  const secrets = await plantSecrets(rest.newsroom, hidden.ids[0]!);
  const visible = {
    ...rest.visible,
    article: [...rest.visible.article, 'bai-go-than', 'bai-dang-sua', 'bai-se-go'],
    official: [...rest.visible.official, 'tran-thi-cho'],
    list: [...rest.visible.list, 'co-ghim'],
  };
  const [photo] = await rest.newsroom.sql(
    `SELECT upload_guard.stored_paths(url, formats) AS paths FROM files ORDER BY id`,
  );
  const files = { visible: photo!.paths as string[], hidden: await hiddenAddresses(rest.newsroom) };
  return { ...rest, visible, hidden, files, secrets };
}

/** A newsroom before anything is hidden in it, and what an article of it is related to. */
export async function startVisibleNewsroom(
  environment: Record<string, string> = {},
): Promise<Room & { relations: Relations }> {
  const newsroom = await startNewsroom(undefined, { environment });
  const write = writers(newsroom.strapi);
  const parent = await write.category({ name: 'Tin tức', slug: 'tin-tuc' });
  const category = await write.category({ name: 'Tin trong tỉnh', slug: 'trong-tinh', parent: parent.documentId });
  const agency = await write.agency({ name: 'Sở Tài chính', slug: 'so-tai-chinh' });
  const official = await write.official({ name: 'Nguyễn Văn An', slug: 'nguyen-van-an' });
  const position = await write.position({ title: 'Giám đốc', agency: agency.documentId, rank: 10 });
  await write.appointment({ official: official.documentId, position: position.documentId, from: '2020-01-01' });
  const relations = {
    category: category.documentId,
    agency: agency.documentId,
    agencies: [agency.documentId],
    officials: [official.documentId],
  };
  const photo = await write.picture({ alternativeText: 'Cảng nhìn từ trên cao' });
  for (let number = 1; number <= 4; number += 1) {
    await write.article({
      title: `Bài ai cũng đọc được, số ${number}`,
      slug: `bai-${number}`,
      summary: 'Tóm tắt.',
      body: body(paragraph('Nội dung.'), figure(photo.documentId, 'Chú thích.')),
      attachments: [photo.id],
      publishedOn: hours(-number),
      ...relations,
    });
  }
  const moved = await write.article({ title: 'Bài đổi địa chỉ', slug: 'dia-chi-cu', ...relations });
  const { documentId } = moved;
  await documentsOf(newsroom.strapi)('plugin::newsroom.article').update({
    documentId,
    locale: 'vi',
    data: { slug: 'dia-chi-moi' },
    status: 'published',
  });
  const renamed = await write.category({ name: 'Mục đổi tên', slug: 'muc-cu' });
  await newsroom.strapi
    .documents('plugin::newsroom.category')
    .update({ documentId: renamed.documentId, data: { slug: 'muc-moi' } });
  const directive = { agency: agency.documentId, signer: official.documentId };
  const former = await write.directive({ ...directive, number: '1/QĐ-STC', slug: '1-qd-stc' });
  await write.directive({ ...directive, number: '2/QĐ-STC', slug: '2-qd-stc', replaces: [former.documentId] });
  await write.programme({ agency: agency.documentId, slug: 'chuong-trinh-2021-2025' });
  await write.latestNewsList({ name: 'Tin Sở', slug: 'tin-so', agency: agency.documentId });
  return {
    newsroom,
    write,
    relations,
    visible: {
      article: ['bai-1', 'bai-2', 'dia-chi-cu', 'dia-chi-moi'],
      category: ['tin-tuc', 'trong-tinh', 'muc-cu'],
      agency: ['so-tai-chinh'],
      official: ['nguyen-van-an'],
      list: ['tin-moi-nhat', 'tin-so'],
      programme: ['chuong-trinh-2021-2025'],
      directive: ['1-qd-stc', '2-qd-stc'],
      month: [new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 7), '2021-02'],
    },
  };
}
