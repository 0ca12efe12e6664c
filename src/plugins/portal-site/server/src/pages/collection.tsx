import { dateTime } from '../../../../../vietnamese';
import { ArticleRows } from '../components/article-list';
import { Main, PageHeading } from '../components/page-heading';
import { feedPath } from '../feeds';
import type { Page } from '../page';
import { listHead } from './list-page';

/** A latest-news list that editors made. */
export const collectionPage: Page = {
  section: 'news',

  async show({ portal, answers, slug }) {
    const { locale, text } = portal;
    const found = await answers.latestNews(locale, slug);
    if (!found) return null;
    const { data, meta } = found.answer;
    const { name } = meta.collection;
    return {
      head: listHead(
        portal,
        { name: 'collection', slug },
        {
          title: name,
          description: null,
          feed: { path: feedPath(locale, 'collection', slug), title: text('feedOf', { name }) },
        },
      ),
      body: (
        <Main>
          <PageHeading title={name}>
            <p class="quiet">{text('changedOn', { when: dateTime(new Date(meta.changedOn), locale) })}</p>
          </PageHeading>
          <ArticleRows cards={data} heading="h2" />
        </Main>
      ),
      secondsToNextChange: found.secondsToNextChange,
    };
  },
};
