import fc from 'fast-check';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { ARTICLE, previewDesk, type PreviewDesk } from './helpers/previews';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

describe('a preview ends', () => {
  let newsroom: Newsroom;
  let desk: PreviewDesk;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    desk = await previewDesk(newsroom);
  });
  afterAll(() => newsroom.stop());

  let documentId: string;
  let maker: Session;
  let token: string;

  beforeEach(async () => {
    ({ documentId } = await desk.draft('Rồi sẽ hết.'));
    maker = await staff(newsroom, 'desk-reporter', desk.agency);
    token = await desk.linkTo(maker, documentId);
    expect(await desk.textOf(token)).toBe('Rồi sẽ hết.');
  });

  it('when its time is over', async () => {
    await newsroom.sql(`UPDATE desk.previews SET expires_at = now() AT TIME ZONE 'UTC' WHERE document_id = $1`, [
      documentId,
    ]);
    await desk.expectNothing(token);
  });

  it('when somebody who may change the article revokes it; whoever may not can neither list nor revoke', async () => {
    const list = `/publishing-desk/previews/${documentId}?locale=vi`;
    expect((await desk.stranger.ask('GET', list)).status).toBe(403);
    const answer = await desk.reporter.ask('GET', list);
    const { data } = (await answer.json()) as { data: { id: string; by: string; expiresAt: string }[] };
    expect(data).toEqual([
      { id: token.split('.')[0], by: 'Biên tập', expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
    const link = `/publishing-desk/previews/${documentId}/${data[0]!.id}?locale=vi`;
    expect((await desk.stranger.ask('DELETE', link)).status).toBe(403);
    const { documentId: elsewhere } = await desk.draft('Bài khác.');
    await desk.reporter.ask('DELETE', link.replace(documentId, elsewhere));
    expect(await desk.textOf(token)).toBe('Rồi sẽ hết.');

    expect((await desk.reporter.ask('DELETE', link)).status).toBe(204);
    await desk.expectNothing(token);
    expect(await (await desk.reporter.ask('GET', list)).json()).toEqual({ data: [] });
    expect(await desk.linkTo(maker, documentId)).not.toBe(token);
    const [said] = await newsroom.sql(
      `SELECT actor ->> 'id' AS who FROM desk.audit WHERE action = 'revoke-preview' AND document_id = $1`,
      [documentId],
    );
    expect(said).toEqual({ who: String(desk.reporter.id) });
  });

  it('when whoever made it comes to another agency, or is deleted', async () => {
    await newsroom.sql('UPDATE admin_users SET agency = $2 WHERE id = $1', [maker.id, desk.other]);
    await desk.expectNothing(token);
    await newsroom.sql('UPDATE admin_users SET agency = $2 WHERE id = $1', [maker.id, desk.agency]);
    expect(await desk.textOf(token)).toBe('Rồi sẽ hết.');
    await newsroom.strapi.service('admin::user').deleteById(maker.id);
    await desk.expectNothing(token);
  });

  it('when the article goes to another agency, or is deleted', async () => {
    await desk.save(documentId, { agency: desk.other });
    await desk.expectNothing(token);
    await desk.save(documentId, { agency: desk.agency });
    expect(await desk.textOf(token)).toBe('Rồi sẽ hết.');
    await newsroom.strapi.documents(ARTICLE).delete({ documentId, locale: 'vi' });
    await desk.expectNothing(token);
  });

  it('for every token that is not whole, and for one of another’s id', async () => {
    const [id, signature] = token.split('.') as [string, string];
    const otherId = (await desk.linkTo(desk.reporter, (await desk.draft('Bài khác.')).documentId)).split('.')[0]!;
    const flipped = signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    for (const bad of [
      id,
      `${id}.`,
      `${id}.${flipped}`,
      `${otherId}.${signature}`,
      `${token}x`,
      `${id}.${'A'.repeat(43)}`,
    ])
      await desk.expectNothing(bad);
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 120, unit: 'binary' }), async (bad) => {
        const answer = await desk.redeem(encodeURIComponent(bad));
        expect([400, 404]).toContain(answer.status);
        expect(answer.headers.get('cache-control')).toMatch(answer.status === 404 ? /no-store|max-age=5/ : /no-store/);
      }),
      { numRuns: 200 },
    );
  });
});
