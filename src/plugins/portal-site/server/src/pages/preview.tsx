import type { Article } from '../../../../../contract';
import { stepsToArticle } from '../category-line';
import { ArticleElement } from '../components/article';
import { LatestNewsAside } from '../components/latest-news';
import { Script } from '../components/script';
import type { PageRequest, ShownPage } from '../page';
import { usePortal } from '../portal';

function Banner() {
  const { text } = usePortal();
  return (
    <section class="preview-banner" aria-labelledby="preview">
      <h2 id="preview">{text('previewBanner')}</h2>
      <p>
        {text('previewNote')}{' '}
        <a href="" target="_blank" rel="noopener" hidden data-own-window>
          {text('previewOwnWindow')}
        </a>
      </p>
      <Script name="own-window" />
    </section>
  );
}

/** A draft, for whoever has a link to it: the article's page, under a banner. In the language of the draft. */
export async function showPreview(
  { portal, answers }: Pick<PageRequest, 'portal' | 'answers'>,
  article: Article,
): Promise<ShownPage> {
  const { locale } = portal;
  const [latest, categories] = await Promise.all([answers.latestNews(locale), answers.categories(locale)]);
  const steps = stepsToArticle(portal, article.category, categories.answer.data);
  return {
    head: { title: portal.text('previewOf', { title: article.title }), description: null, canonical: null },
    body: (
      <div class="frame article-frame">
        <main id="main" tabindex={-1}>
          <Banner />
          <ArticleElement article={article} steps={steps} />
        </main>
        <LatestNewsAside list={latest?.answer ?? null} />
      </div>
    ),
    secondsToNextChange: null,
    otherLanguage: portal.to('home', '', portal.locales.find((one) => one !== locale) ?? locale),
  };
}
