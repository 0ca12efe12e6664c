import type { Core } from '@strapi/strapi';
import type { Article } from '../../../../../contract';
import { createAddresses } from '../answers/addresses';
import { finishArticle } from '../answers/finish-article';
import { parseOptions } from '../config';
import type { ArticleModel } from '../queries/article';
import { draftArticle } from '../queries/draft-article';

/** Content that is not public. Callers must authorise the request themselves. No route of the contract uses it. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const options = parseOptions(strapi.config.get('plugin::portal-feeds'));
  const addresses = createAddresses(options);

  return {
    /**
     * The saved draft of an article in a language, in the shape of `/articles/{slug}`; null where there is none.
     * `availableLocales` are those in which it is public, as in the contract.
     *
     * @throws ServiceUnavailable (503) while the database is unavailable or too slow
     */
    async article(documentId: string, locale: string): Promise<Article | null> {
      const reader = strapi.plugin('portal-feeds').service('reader');
      const model: ArticleModel | null = await reader.model(draftArticle(locale, documentId));
      const { placeFiles } = strapi.plugin('body-editor').service('body');
      return model && finishArticle(model, addresses, options.publisher, placeFiles);
    },
  };
};
