import type { Core } from '@strapi/strapi';
import { ARTICLE } from '../watched-types';
import { checkedArticle, type WrittenArticle } from './checked-article';
import { type Found, runChecks } from './run-checks';
import { typeChecks } from './type-checks';
import { articleOfRow } from './assert-checks-pass';
import type { Options } from '../config';
import { readDocument } from '../history/document-rows';

/** Links as a form changes them: document ids. */
type LinkChanges = { connect: string[]; disconnect: string[] };

/** The values of a form, saved or not; `documentId` is that of the document that it changes, if there is one. */
type FormArticle = Omit<WrittenArticle, 'officials' | 'agencies'> & {
  documentId: string | null;
  officials: LinkChanges;
  agencies: LinkChanges;
};

/** The checks of a document before it is published. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  ofTypes: typeChecks(strapi),

  /** What the checks find in the values of an article's form; null for a body that is not valid. */
  async ofForm({ documentId, ...form }: FormArticle): Promise<Found[] | null> {
    const stored = documentId ? await draftOf(strapi, documentId, form.locale) : null;
    const article = checkedArticle(strapi, {
      ...form,
      officials: changed(stored?.officials ?? [], form.officials),
      agencies: changed(stored?.agencies ?? [], form.agencies),
    });
    const { checks } = strapi.config.get<Options>('plugin::publishing-desk');
    return article && runChecks(strapi, article, checks);
  },
});

async function draftOf(strapi: Core.Strapi, documentId: string, locale: string): Promise<WrittenArticle | null> {
  const rows = await readDocument(strapi, strapi.db.connection, ARTICLE, documentId);
  const draft = rows.find((row) => row.locale === locale && !row.published);
  return draft ? articleOfRow(draft) : null;
}

const changed = (ids: string[], { connect, disconnect }: LinkChanges): string[] => [
  ...ids.filter((id) => !disconnect.includes(id)),
  ...connect,
];
