import type { Core } from '@strapi/strapi';
import { parseOptions } from '../config';
import { filesAt } from '../queries/files-at';
import { readAddress } from '../requests/read-address';
import type { Resolved } from './resolver';

type Readable = (documentIds: string[]) => Promise<ReadonlySet<string>>;

const SOMEWHERE = 'http://portal.invalid';
const OLD_PAGE = /\.aspx$/i;

const MOST = 200;

/** Which links point at a page of the portal that does not exist: `strapi.plugin('portal-feeds').service('links')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const { portalUrl, publicUrl } = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const own = new Set([SOMEWHERE, new URL(portalUrl).origin, new URL(publicUrl).origin]);

  async function isGone(path: string, locale: string): Promise<boolean> {
    const found: Resolved | null = await strapi.plugin('portal-feeds').service('resolver').address(path, locale);
    if (found) return found.address.outcome === 'gone';
    return (
      OLD_PAGE.test(path.split('?')[0]!) ||
      readAddress(path, locale, strapi.plugin('portal-feeds').service('addresses').patterns()).type !== null
    );
  }

  /** Those of some paths (`/uploads/…`) at which there is a file that the public sees or the asker may read. */
  async function knownFiles(paths: string[], readable: Readable): Promise<Set<string>> {
    const files = await filesAt(strapi, paths);
    const hidden = files.filter(({ isShown }) => !isShown).map(({ documentId }) => documentId);
    const read = hidden.length > 0 ? await readable(hidden) : new Set();
    return new Set(files.filter((file) => file.isShown || read.has(file.documentId)).map(({ path }) => path));
  }

  return {
    /**
     * Returns the broken addresses: of a document that has a page, of the old portal, or of a
     * stored file. External addresses, fragments of the page itself, and pages of the portal that the newsroom
     * does not manage are not checked, nor are addresses after the first two hundred.
     *
     * @param readable which of the files that the public does not see (document ids) whoever asks may read: all others
     *   count as missing, so that the answer tells nothing of them
     * @throws ValidationError (400) when the locale is not enabled; ServiceUnavailable (503) without the database
     */
    async broken(hrefs: readonly string[], locale: string, readable: Readable): Promise<string[]> {
      const asked = [...new Set(hrefs)].slice(0, MOST).flatMap((href) => {
        if (href.startsWith('#') || !URL.canParse(href, SOMEWHERE)) return [];
        const { origin, pathname, search } = new URL(href, SOMEWHERE);
        return own.has(origin) ? [{ href, path: pathname, search }] : [];
      });
      const files = asked.filter(({ path }) => path.startsWith('/uploads/'));
      const known = await knownFiles(
        files.map(({ path }) => decodedPath(path)),
        readable,
      );
      const broken: string[] = [];
      // One after the other: readers use the same connections.
      for (const { href, path, search } of asked) {
        const isBroken = path.startsWith('/uploads/')
          ? !known.has(decodedPath(path))
          : await isGone(path + search, locale);
        if (isBroken) broken.push(href);
      }
      return broken;
    },
  };
};

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
