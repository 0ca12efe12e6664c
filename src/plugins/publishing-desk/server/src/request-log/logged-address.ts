/** As long as what opens something, or longer: a signature has 43 characters, a token of Strapi 40. */
const LONG_RUN = /[\w%~.+=-]{32,}/g;

/**
 * The address of a request as the log may have it, to which more people than the newsroom's have access: of its query the
 * names alone, and a star for each long run of characters that is not made of words, as slugs and names of files are.
 *
 * @param url path and query
 */
export function loggedAddress(url: string): string {
  const [path = '', ...queries] = url.split('?');
  const names = queries
    .join('?')
    .split('&')
    .map((parameter) => parameter.split('=')[0]);
  const address = queries.length > 0 ? `${path}?${names.join('&')}` : path;
  return address.replace(LONG_RUN, (run) => (isOfWords(run) ? run : '*'));
}

const isOfWords = (run: string): boolean => run.split(/[-_.]/).every((word) => /^[a-z0-9]{0,31}$/.test(word));
