import type { Core } from '@strapi/strapi';
import type { BodyNode, CheckedArticle, Finding } from './checked-article';

type Links = { broken(hrefs: string[], locale: string): Promise<string[]> };

/** Links of the body to the portal at whose end nothing is. */
export async function internalLinks(strapi: Core.Strapi, { body, locale }: CheckedArticle): Promise<Finding[]> {
  const words = linksOf(body);
  const links: Links = strapi.plugin('portal-feeds').service('links');
  const broken = await links.broken([...words.keys()], locale);
  return broken.map((address) => ({
    message: 'internal-links',
    values: { address, written: words.get(address) ?? '' },
  }));
}

/** The words that are linked, by address; of an address that is linked twice the first. */
export function linksOf(body: BodyNode | null): Map<string, string> {
  const found = new Map<string, string>();
  const visit = ({ content = [] }: BodyNode): void => {
    // Words in bold break a link into several texts.
    let growing: string | undefined;
    for (const node of content) {
      const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.href;
      growing = href !== undefined && (href === growing || !found.has(href)) ? href : undefined;
      if (growing !== undefined) found.set(growing, (found.get(growing) ?? '') + (node.text ?? ''));
      visit(node);
    }
  };
  if (body) visit(body);
  return found;
}
