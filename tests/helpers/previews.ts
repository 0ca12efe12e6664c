import { oneArticle } from '../../src/contract';
import { body, paragraph, writers } from './content';
import { documentsOf } from './documents';
import type { Newsroom } from './newsroom';
import type { Session } from './sign-in';
import { staff } from './staff';

export const ARTICLE = 'plugin::newsroom.article';

type Asked = { locale?: string; status?: string; type?: string };

/** Requests for a preview, by the panel and by the holder of a link. */
function previewsOf({ url }: Newsroom) {
  const askFor = (who: Session, documentId: string, { locale = 'vi', status = 'draft', type = ARTICLE }: Asked = {}) =>
    who.ask('GET', `/content-manager/preview/url/${type}?documentId=${documentId}&locale=${locale}&status=${status}`);

  /** What Strapi's panel would show in its frame. */
  async function address(who: Session, documentId: string, asked: Asked = {}): Promise<string> {
    const answer = await askFor(who, documentId, asked);
    expect([answer.status, await answer.clone().text()]).toEqual([200, expect.any(String)]);
    return ((await answer.json()) as { data: { url: string } }).data.url;
  }

  const redeem = (token: string, init: RequestInit = {}) => fetch(`${url}/api/portal/v1/preview/${token}`, init);

  return {
    askFor,
    address,
    redeem,

    linkTo: async (who: Session, documentId: string): Promise<string> =>
      (await address(who, documentId)).split('/').at(-1)!,

    async textOf(token: string): Promise<string> {
      const answer = await redeem(token);
      const said = [answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')];
      expect(said).toEqual([200, 'no-store', null]);
      return oneArticle.parse(await answer.json()).data.text;
    },

    /** That the token shows nothing, and does not say why. */
    async expectNothing(token: string): Promise<void> {
      const answer = await redeem(token);
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
      const message = 'Liên kết xem trước không đúng, đã hết hạn hoặc đã bị thu hồi.';
      expect(await answer.json()).toEqual({
        data: null,
        error: { status: 404, name: 'NotFoundError', message, details: {} },
      });
    },
  };
}

export type PreviewDesk = Awaited<ReturnType<typeof previewDesk>>;

/** An agency that writes drafts, with a reporter of its own and one of another's. */
export async function previewDesk(newsroom: Newsroom) {
  const write = writers(newsroom.strapi);
  const agency = (await write.agency({ name: 'Sở Tư pháp' })).documentId;
  const other = (await write.agency()).documentId;
  return {
    ...previewsOf(newsroom),
    agency,
    other,
    reporter: await staff(newsroom, 'desk-reporter', agency),
    stranger: await staff(newsroom, 'desk-reporter', other),
    draft: (text: string, data: Record<string, unknown> = {}) =>
      write.draft({ agency, body: body(paragraph(text)), ...data }),
    save: (documentId: string, data: Record<string, unknown>, locale = 'vi') =>
      documentsOf(newsroom.strapi)(ARTICLE).update({ documentId, locale, data }),
  };
}
