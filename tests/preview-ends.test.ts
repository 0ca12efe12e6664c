import fc from 'fast-check';
import { body, paragraph, writers } from './helpers/content';
import { documentsOf } from './helpers/documents';
import { startNewsroom, type Newsroom } from './helpers/newsroom';
import { ARTICLE, previewsOf } from './helpers/previews';
import type { Session } from './helpers/sign-in';
import { staff } from './helpers/staff';

describe('a preview ends', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;
  let previews: ReturnType<typeof previewsOf>;
  let agency: string;
  let other: string;
  let reporter: Session;
  let stranger: Session;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
    previews = previewsOf(newsroom);
    agency = (await write.agency({ name: 'Sở Tư pháp' })).documentId;
    other = (await write.agency()).documentId;
    reporter = await staff(newsroom, 'desk-reporter', agency);
    stranger = await staff(newsroom, 'desk-reporter', other);
  });
  afterAll(() => newsroom.stop());

  const draft = (text: string, data: Record<string, unknown> = {}) =>
    write.draft({ agency, body: body(paragraph(text)), ...data });
  const save = (documentId: string, data: Record<string, unknown>, locale = 'vi') =>
    documentsOf(newsroom.strapi)(ARTICLE).update({ documentId, locale, data });
  let documentId: string;
  let maker: Session;
  let token: string;

  beforeEach(async () => {
    ({ documentId } = await draft('Rồi sẽ hết.'));
    maker = await staff(newsroom, 'desk-reporter', agency);
    token = await previews.linkTo(maker, documentId);
    expect(await previews.textOf(token)).toBe('Rồi sẽ hết.');
  });

  it('when its time is over', async () => {
    await newsroom.sql(`UPDATE desk.previews SET expires_at = now() AT TIME ZONE 'UTC' WHERE document_id = $1`, [
      documentId,
    ]);
    await previews.expectNothing(token);
  });

  it('when somebody who may change the article revokes it; whoever may not can neither list nor revoke', async () => {
    const list = `/publishing-desk/previews/${documentId}?locale=vi`;
    expect((await stranger.ask('GET', list)).status).toBe(403);
    const answer = await reporter.ask('GET', list);
    const { data } = (await answer.json()) as { data: { id: string; by: string; expiresAt: string }[] };
    expect(data).toEqual([
      { id: token.split('.')[0], by: 'Biên tập', expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
    const link = `/publishing-desk/previews/${documentId}/${data[0]!.id}?locale=vi`;
    expect((await stranger.ask('DELETE', link)).status).toBe(403);
    const { documentId: elsewhere } = await draft('Bài khác.');
    await reporter.ask('DELETE', link.replace(documentId, elsewhere));
    expect(await previews.textOf(token)).toBe('Rồi sẽ hết.');

    expect((await reporter.ask('DELETE', link)).status).toBe(204);
    await previews.expectNothing(token);
    expect(await (await reporter.ask('GET', list)).json()).toEqual({ data: [] });
    expect(await previews.linkTo(maker, documentId)).not.toBe(token);
    const [said] = await newsroom.sql(
      `SELECT actor ->> 'id' AS who FROM desk.audit WHERE action = 'revoke-preview' AND document_id = $1`,
      [documentId],
    );
    expect(said).toEqual({ who: String(reporter.id) });
  });

  it('when whoever made it is disabled, comes to another agency, or is deleted', async () => {
    await newsroom.sql('UPDATE admin_users SET is_active = false WHERE id = $1', [maker.id]);
    await previews.expectNothing(token);
    await newsroom.sql('UPDATE admin_users SET is_active = true, agency = $2 WHERE id = $1', [maker.id, other]);
    await previews.expectNothing(token);
    await newsroom.sql('UPDATE admin_users SET agency = $2 WHERE id = $1', [maker.id, agency]);
    expect(await previews.textOf(token)).toBe('Rồi sẽ hết.');
    await newsroom.strapi.service('admin::user').deleteById(maker.id);
    await previews.expectNothing(token);
  });

  it('when the article goes to another agency, or is deleted', async () => {
    await save(documentId, { agency: other });
    await previews.expectNothing(token);
    await save(documentId, { agency });
    expect(await previews.textOf(token)).toBe('Rồi sẽ hết.');
    await newsroom.strapi.documents(ARTICLE).delete({ documentId, locale: 'vi' });
    await previews.expectNothing(token);
  });

  it('for every token that is not whole, and for one of another’s id', async () => {
    const [id, signature] = token.split('.') as [string, string];
    const otherId = (await previews.linkTo(reporter, (await draft('Bài khác.')).documentId)).split('.')[0]!;
    const flipped = signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    for (const bad of [
      id,
      `${id}.`,
      `${id}.${flipped}`,
      `${otherId}.${signature}`,
      `${token}x`,
      `${id}.${'A'.repeat(43)}`,
    ])
      await previews.expectNothing(bad);
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 1, maxLength: 120, unit: 'binary' }), async (bad) => {
        const answer = await previews.redeem(encodeURIComponent(bad));
        expect([400, 404]).toContain(answer.status);
        expect(answer.headers.get('cache-control')).toMatch(answer.status === 404 ? /no-store|max-age=5/ : /no-store/);
      }),
      { numRuns: 200 },
    );
  });
});
