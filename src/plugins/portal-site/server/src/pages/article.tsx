import { stepsToArticle } from '../category-line';
import { breadcrumbList } from '../head/json-ld';
import { ArticleElement } from '../components/article';
import { LatestNewsAside } from '../components/latest-news';
import { NeighboursSection } from '../components/neighbours';
import { recordBlocks, Records } from '../components/records';
import { secondsToFirstChange, type Page } from '../page';

/** One article, “Các tin khác” under it, and “Tin mới nhất” beside it. */
export const articlePage: Page = {
  section: 'news',

  async show({ portal, answers, records, slug }) {
    const { locale, to, absolute } = portal;
    const [blocks, ...parts] = await Promise.all([
      recordBlocks(records, locale),
      answers.article(locale, slug),
      answers.neighbours(locale, slug),
      answers.latestNews(locale),
      answers.categories(locale),
    ]);
    const [found, neighbours, latest, categories] = parts;
    if (!found) return null;
    const { data: article } = found.answer;
    const { title, summary, metadata, url, category, withdrawal, availableLocales } = article;
    const steps = stepsToArticle(portal, category, categories.answer.data);

    const crumbs = [...steps.map(({ name, path }) => ({ name, url: absolute(path) })), { name: title, url }];
    return {
      head: {
        title,
        description: summary ?? metadata.description,
        canonical: withdrawal ? null : url,
        alternates: availableLocales,
        image: article.image,
        article,
        jsonLd: [article.jsonLd, breadcrumbList(crumbs)],
      },
      body: (
        <>
          <div class="frame article-frame">
            <main id="main" tabindex={-1}>
              <ArticleElement article={article} steps={steps} isShared={!withdrawal} />
              <NeighboursSection neighbours={neighbours?.answer ?? null} />
            </main>
            <LatestNewsAside list={latest?.answer ?? null} current={article.id} />
          </div>
          <Records blocks={blocks} />
        </>
      ),
      secondsToNextChange: secondsToFirstChange([...parts, ...Object.values(blocks ?? {})]),
      otherLanguage: otherLanguage(),
    };

    /** The same article where the other language has it, else its front page. */
    function otherLanguage(): string {
      const other = portal.locales.find((one) => one !== locale) ?? locale;
      const same = availableLocales.find((one) => one.locale === other);
      return same?.url ?? to('home', '', other);
    }
  },
};
