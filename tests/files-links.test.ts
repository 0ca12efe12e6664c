import { bodyFileLinks } from '../src/body/figures';
import { toHtml } from '../src/body/render/to-html';
import { fileLinksOfHtml } from '../src/file-uses/file-links';
import { writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { agencyTree } from './helpers/newsroom-staff';
import { ARTICLE } from './helpers/previews';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';
import { uploadPicture } from './helpers/uploads';

describe('the rights on the file of a link', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let agencies: Awaited<ReturnType<typeof agencyTree>>;
  let reporter: Session;
  let stranger: Session;
  let manager: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    agencies = await agencyTree(newsroom);
    reporter = await staff(newsroom, 'desk-reporter', agencies.A);
    stranger = await staff(newsroom, 'desk-reporter', agencies.B);
    manager = await staff(newsroom, 'desk-manager');
  });
  afterAll(() => newsroom.stop());

  const linking = (href: string) => ({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Tải về', marks: [{ type: 'link', attrs: { href } }] }] },
    ],
  });
  /** An address of a link by the path of a file, and whether it leads to that file. */
  const HREFS: [href: (path: string) => string, leads: boolean][] = [
    [(path) => path, true],
    [(path) => `${path}?tai-ve=1&x=2`, true],
    [(path) => `${path}#/uploads/zzz`, true],
    [(path) => `https://cong.example:8443${path}#trang-2`, true],
    [(path) => `/uploads/zzz#${path}`, false],
    [(path) => `/uploads/zzz?${path}`, false],
    [(path) => `/uploads${path}`, false],
    [(path) => `${path}/zzz`, false],
    [(path) => `https://cong.example/tin?${path}`, false],
    [(path) => `https://cong.example/cu${path}`, false],
    [(path) => `mailto:lan@cong.example?body=${path}`, false],
  ];

  it.each(HREFS.map(([href, leads]) => [href('/uploads/kin_ab12.pdf'), leads] as const))(
    'are read from %s as its index reads it (%s)',
    async (href, leads) => {
      const [row] = await newsroom.sql('SELECT newsroom.linked_files($1) AS files', [toHtml(linking(href) as never)]);
      const files = row!.files as string[];
      expect(files.includes('/uploads/kin_ab12.pdf')).toBe(leads);
      expect(bodyFileLinks(linking(href))).toEqual(files);
      expect(fileLinksOfHtml(toHtml(linking(href) as never))).toEqual(files);
    },
  );

  it.each(HREFS.map(([href, leads]) => [href('/uploads/TÊN'), href, leads] as const))(
    'are asked for %s where it leads to the file, and the file is public and kept only then',
    async (_, href, leads) => {
      const foreign = await uploadPicture(newsroom, stranger);
      const [path = ''] = foreign.url.split('?');
      const { documentId } = await write.draft({ agency: agencies.A });
      const save = (who: Session) =>
        who.ask('PUT', `/content-manager/collection-types/${ARTICLE}/${documentId}?locale=vi`, {
          body: linking(href(path)),
        });
      expect((await save(reporter)).status).toBe(leads ? 403 : 200);
      expect((await save(manager)).status).toBe(200);
      await documentsOf(newsroom.strapi)(ARTICLE).publish({ documentId, locale: 'vi' });
      expect((await fetch(newsroom.url + path)).status).toBe(leads ? 200 : 404);
      expect(
        (await manager.ask('DELETE', `/upload/files/${foreign.id}`, undefined, { 'X-Desk-Reason': 'trung' })).status,
      ).toBe(leads ? 409 : 200);
    },
  );
});
