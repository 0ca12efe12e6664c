import type * as utils from '@strapi/utils';
import { privateModules } from '../../src/strapi-internals/validation';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

describe('Strapi’s validation', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('runs its checks by private modules of yup, of which each is called by its property', () => {
    const { runTests, createValidation } = privateModules(newsroom.strapi);
    expect([typeof runTests.default, typeof createValidation.default]).toEqual(['function', 'function']);
    const test = () => true;
    expect(createValidation.default({ test }).OPTIONS).toEqual({ test });
  });

  it('fails with the error of a check that is rejected', async () => {
    const { yup } = requireApp('@strapi/utils') as typeof utils;
    const failing = yup.object({
      name: yup.string().test('database', 'không có', async () => {
        throw new Error('the database says no');
      }),
    });
    await expect(failing.validate({ name: 'a' })).rejects.toThrow('the database says no');
    await expect(failing.isValid({ name: 'a' })).rejects.toThrow('the database says no');
    const refusing = yup.string().test('database', 'không có', async () => false);
    await expect(refusing.validate('a')).rejects.toThrow('không có');
    const passing = yup.string().test('database', 'không có', async () => true);
    expect(await passing.validate('a')).toBe('a');
  });
});
