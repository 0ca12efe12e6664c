import type { Core } from '@strapi/strapi';
import { slugOf } from '../vietnamese';
import { composeBody } from './compose-body';
import type { Directory } from './load-directory';
import type { LibraryFile } from '../strapi-internals/upload-service';
import type { Key, SampleArticle, SampleText } from './sample-content';
import { sampleInstants } from './sample-times';

/** What articles point at, by key. */
type Targets = Directory & { categories: Map<Key, string>; pictures: Map<Key, LibraryFile> };

const UID = 'plugin::newsroom.article';

/** All articles or, when one fails, none: a start that finds no article loads the sample again. */
export async function loadArticles(
  strapi: Core.Strapi,
  articles: SampleArticle[],
  targets: Targets,
  tell: (number: number) => void,
): Promise<void> {
  const instantOf = sampleInstants(articles.filter(isDated), new Date());
  await strapi.db.transaction(async () => {
    for (const [index, article] of articles.entries()) {
      tell(index + 1);
      const publishedOn = isDated(article) ? instantOf(article) : null;
      await loadArticle(strapi, article, publishedOn, targets);
    }
  });
}

const isDated = (article: SampleArticle): article is SampleArticle & { daysAgo: number; time: string } =>
  article.daysAgo !== undefined && article.time !== undefined;

async function loadArticle(strapi: Core.Strapi, article: SampleArticle, publishedOn: Date | null, targets: Targets) {
  const documents = strapi.documents(UID);
  const status = article.draft ? 'draft' : 'published';
  const shared = { publishedOn, author: article.author, ...relations(article, targets) };
  const textOf = (text: SampleText) => ({ ...shared, ...written(text, targets) }) as never;
  const { documentId } = await documents.create({ locale: 'vi', status, data: textOf(article.vi) });
  if (article.en) await documents.update({ documentId, locale: 'en', status, data: textOf(article.en) });
}

function relations({ category, agency, agencies = [], officials = [], cover }: SampleArticle, targets: Targets) {
  return {
    category: targets.categories.get(category),
    agency: targets.agencies.get(agency),
    agencies: agencies.map((key) => targets.agencies.get(key)),
    officials: officials.map((key) => targets.officials.get(key)),
    cover: cover ? targets.pictures.get(cover)?.id : undefined,
  };
}

function written({ title, summary, body }: SampleText, { pictures }: Targets) {
  const fileOf = (key: Key) => pictures.get(key)?.documentId ?? '';
  return { title, slug: slugOf(title), summary, body: composeBody(body, fileOf) };
}
