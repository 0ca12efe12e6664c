import { isNotUnique, throwOriginalError, type ValidationProblem } from '../../src/strapi-internals/document-errors';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('errors of the document service', () => {
  let newsroom: Newsroom;
  let write: ReturnType<typeof writers>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    write = writers(newsroom.strapi);
  });
  afterAll(() => newsroom.stop());

  it('hide the constraint that a relation’s row violates behind 25P02, which throwOriginalError undoes', async () => {
    const [official, position] = [await write.official(), await write.position({ title: 'Chánh văn phòng' })];
    const held = { official: official.documentId, position: position.documentId };
    await write.appointment({ ...held, from: '2020-01-01' });
    const { strapi } = newsroom;
    const overlap = () =>
      strapi.db.transaction(() =>
        strapi.db.query('plugin::directory.appointment').create({
          data: { from: '2021-01-01', official: official.id, position: position.id },
        }),
      );
    await expect(overlap()).rejects.toMatchObject({ code: '25P02' });
    await expect(throwOriginalError(strapi, overlap)).rejects.toMatchObject({ code: '23P01' });
  });

  it('leave an error as it is where no clean-up hides it', async () => {
    const failed = new Error('unrelated');
    await expect(throwOriginalError(newsroom.strapi, () => Promise.reject(failed))).rejects.toBe(failed);
  });

  it('report a value of a uid attribute that is taken by one message, at the path of the attribute', async () => {
    const { strapi } = newsroom;
    let thrown: { name?: string; details?: { errors: ValidationProblem[] } } = {};
    // Registered last, so it runs inside the middleware that translates the message.
    strapi.documents.use(async (_context, next) => {
      try {
        return await next();
      } catch (error) {
        thrown = error as typeof thrown;
        throw error;
      }
    });
    await write.category({ name: 'Kinh tế', slug: 'kinh-te' });
    await expect(write.category({ name: 'Kinh tế', slug: 'kinh-te' })).rejects.toThrow();
    expect(thrown.name).toBe('ValidationError');
    expect(thrown.details?.errors.map((problem) => [problem.path, isNotUnique(problem)])).toEqual([[['slug'], true]]);
  });
});
