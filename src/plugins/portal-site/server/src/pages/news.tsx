import { z } from 'zod';
import { parameters, readKnownParameters } from '../../../../../contract';
import { ArticleRows } from '../components/article-list';
import { Main, PageHeading } from '../components/page-heading';
import { feedPath } from '../feeds';
import { secondsToFirstChange, type Page } from '../page';
import { cursorOnly, LIST_LIMIT, listHead, withQuery } from './list-page';

const newsParameters = z.object({
  agency: parameters.name.optional(),
  official: parameters.name.optional(),
  ...cursorOnly,
});

/** All articles, newest first; with `?agency=` or `?official=`, those of one. */
export const newsPage: Page = {
  section: 'news',
  parameters: newsParameters,

  async show({ portal, answers, querystring }) {
    const { locale, locales, text, to } = portal;
    const { agency, official, cursor } = readKnownParameters(querystring, newsParameters);
    const asked = agency ? { agency } : official ? { official } : {};
    const articles = await answers.articles(locale, { ...asked, limit: LIST_LIMIT, cursor });
    // The present slug of what a former one or an id names.
    const named = articles.answer.meta.filters;
    const filter = {
      ...(named.agency && { agency: named.agency }),
      ...(named.official && { official: named.official }),
    };
    const [ofAgency, ofOfficial] = await Promise.all([
      filter.agency ? answers.agency(locale, filter.agency) : null,
      filter.official ? answers.official(locale, filter.official) : null,
    ]);
    if ((agency && !ofAgency) || (asked.official && !ofOfficial)) return null;
    const title = ofAgency
      ? text('newsOf', { name: ofAgency.answer.data.name })
      : ofOfficial
        ? text('newsOfOfficial', { name: ofOfficial.answer.data.name })
        : text('newsTitle');
    const isWhole = !ofAgency && !ofOfficial;
    const { data, meta } = articles.answer;
    const other = locales.find((one) => one !== locale) ?? locale;
    return {
      head: listHead(
        portal,
        { name: 'news', query: filter, cursor },
        {
          title,
          description: isWhole ? text('newsDescription') : null,
          ...(filter.agency && {
            feed: {
              path: feedPath(locale, 'agency', filter.agency),
              title: text('feedOf', { name: ofAgency?.answer.data.name ?? '' }),
            },
          }),
        },
      ),
      body: (
        <Main>
          <PageHeading title={title}>
            <p>
              {isWhole ? <a href={to('archive')}>{text('toArchive')}</a> : <a href={to('news')}>{text('toList')}</a>}
            </p>
          </PageHeading>
          <ArticleRows
            cards={data}
            heading="h2"
            next={meta.nextCursor && withQuery(to('news'), { ...filter, cursor: meta.nextCursor })}
          />
        </Main>
      ),
      secondsToNextChange: secondsToFirstChange([ofAgency, ofOfficial, articles]),
      otherLanguage: withQuery(to('news', '', other), filter),
    };
  },
};
