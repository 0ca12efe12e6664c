import { z } from 'zod';
import { parameters, readKnownParameters } from '../../../../../contract';
import { ArticleRows } from '../components/article-list';
import { Main, PageHeading } from '../components/page-heading';
import { secondsToFirstChange, type Page } from '../page';
import { cursorOnly, LIST_LIMIT, listHead, withQuery } from './list-page';

const newsParameters = z.object({
  agency: parameters.slug.optional(),
  official: parameters.slug.optional(),
  ...cursorOnly,
});

/** All articles, newest first; with `?agency=` or `?official=`, those of one. */
export const newsPage: Page = {
  section: 'news',
  parameters: newsParameters,

  async show({ portal, answers, querystring }) {
    const { locale, locales, text, to } = portal;
    const { agency, official, cursor } = readKnownParameters(querystring, newsParameters);
    const filter = agency ? { agency } : official ? { official } : {};
    const [ofAgency, ofOfficial, articles] = await Promise.all([
      filter.agency ? answers.agency(locale, filter.agency) : null,
      filter.official ? answers.official(locale, filter.official) : null,
      answers.articles(locale, { ...filter, limit: LIST_LIMIT, cursor }),
    ]);
    if ((filter.agency && !ofAgency) || (filter.official && !ofOfficial)) return null;
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
              path: `/feeds/agencies/${encodeURIComponent(filter.agency)}`,
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
