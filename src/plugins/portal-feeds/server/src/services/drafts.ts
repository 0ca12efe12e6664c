import type { Core } from '@strapi/strapi';
import type { Article } from '../../../../../contract';
import { fileLinksOfHtml } from '../../../../../file-uses/file-links';
import type { Addresses } from '../answers/addresses';
import { finishArticle } from '../answers/finish-article';
import type { ArticleModel } from '../queries/article';
import { draftArticle } from '../queries/draft-article';

/** A draft in the shape of `/articles/{slug}`, and the stored addresses of the files that it shows or links to. */
type Draft = { article: Article; files: Set<string> };

/** Content that is not public. Callers must authorise the request themselves. No route of the contract uses it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const addresses: Addresses = strapi.plugin('portal-feeds').service('addresses');

  return {
    /**
     * The saved draft of an article in a language, in the shape of `/articles/{slug}`; null where there is none.
     * `availableLocales` are those in which it is public, as in the contract. A file that its texts only mention is not
     * among `files`.
     *
     * @throws ServiceUnavailable (503) while the database is unavailable or too slow
     */
    async article(documentId: string, locale: string): Promise<Draft | null> {
      const reader = strapi.plugin('portal-feeds').service('reader');
      const { model, publisher }: { model: ArticleModel | null; publisher: string } = await reader.published(
        draftArticle(locale, documentId, strapi.plugin('portal-feeds').service('registry').close().citesSql),
      );
      const { placeFiles } = strapi.plugin('body-editor').service('body');
      if (!model) return null;
      const files = new Set<string>();
      const file = (url: string) => {
        files.add(url);
        return addresses.file(url);
      };
      const article = finishArticle(model, { ...addresses, file }, publisher, placeFiles);
      for (const path of fileLinksOfHtml(article.html)) files.add(path);
      return { article, files };
    },
  };
};
