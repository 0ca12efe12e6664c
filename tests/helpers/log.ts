import type { Newsroom } from './newsroom';

/**
 * Keeps the errors that the newsroom logs out of the output of a test that causes them, until the mocks are restored.
 * @returns their messages, which grow as the test goes on
 */
export function expectedErrors({ strapi }: Newsroom): string[] {
  const messages: string[] = [];
  jest.spyOn(strapi.log, 'error').mockImplementation((message: unknown) => {
    messages.push(String(message));
    return strapi.log;
  });
  return messages;
}
