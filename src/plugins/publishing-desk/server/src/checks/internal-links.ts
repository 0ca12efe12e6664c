import type { Core } from '@strapi/strapi';
import type { Block, Body, Inline, ListItem, TableRow } from '../../../../../body/schema';
import { callerOf } from '../permissions/caller';
import { readableFiles } from '../permissions/can-access-files';
import type { CheckedArticle, Finding } from './checked-article';

type Node = Block | Inline | ListItem | TableRow | NonNullable<TableRow['content']>[number];
type Readable = (documentIds: string[]) => Promise<ReadonlySet<string>>;
type Links = { broken(hrefs: string[], locale: string, readable: Readable): Promise<string[]> };

/** Links of the body to the portal at whose end nothing is that the public sees or, of files, the caller may read. */
export async function internalLinks(strapi: Core.Strapi, { body, locale }: CheckedArticle): Promise<Finding[]> {
  const words = linksOf(body);
  const links: Links = strapi.plugin('portal-feeds').service('links');
  const broken = await links.broken([...words.keys()], locale, (ids) => filesOfCaller(strapi, ids));
  return broken.map((address) => ({
    message: 'internal-links',
    values: { address, written: words.get(address) ?? '' },
  }));
}

async function filesOfCaller(strapi: Core.Strapi, documentIds: string[]): Promise<ReadonlySet<string>> {
  const caller = callerOf(strapi);
  if (caller.kind === 'machine') return new Set(documentIds);
  if (caller.kind !== 'person') return new Set();
  return readableFiles(strapi, caller.ability, { documentId: { $in: documentIds } });
}

/** The words that are linked, by address; of an address that is linked twice the first. */
export function linksOf(body: Body | null): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (nodes: readonly Node[]): void => {
    // Words in bold break a link into several texts.
    let growing: string | undefined;
    for (const node of nodes) {
      const text = node.type === 'text' ? node : null;
      const href = text?.marks?.find((mark) => mark.type === 'link')?.attrs.href;
      growing = href !== undefined && (href === growing || !found.has(href)) ? href : undefined;
      if (growing !== undefined) found.set(growing, (found.get(growing) ?? '') + text!.text);
      if ('content' in node) visit(node.content ?? []);
    }
  };
  if (body) visit(body.content);
  return found;
}
