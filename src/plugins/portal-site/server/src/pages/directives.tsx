import { z } from 'zod';
import { parameters, readKnownParameters } from '../../../../../contract';
import { foldEth } from '../../../../../vietnamese';
import { DirectiveFilterForm, type DirectiveFilters } from '../components/directive-filters';
import { DirectiveRows } from '../components/directives';
import { FeedLink } from '../components/feed-link';
import { Main, PageHeading } from '../components/page-heading';
import { secondsToFirstChange, type Page } from '../page';
import { cursorOnly, LIST_LIMIT, listHead, withQuery } from './list-page';

const directivesParameters = z.object({
  number: parameters.slug.optional(),
  type: parameters.slug.transform(foldEth).optional(),
  agency: parameters.name.optional(),
  from: parameters.day.optional(),
  to: parameters.day.optional(),
  ...cursorOnly,
});

/** The feed of all directives. */
export const DIRECTIVES_FEED = '/feeds/directives';

/** Directives, newest first, with filters. */
export const directivesPage: Page = {
  plugin: 'public-record',
  section: 'directives',
  parameters: directivesParameters,

  async show({ portal, answers, records, querystring }) {
    if (!records) return null;
    const { locale, locales, text, to } = portal;
    const { cursor, ...filters } = readKnownParameters(querystring, directivesParameters);
    const [list, agencies, ofAgency] = await Promise.all([
      records.directives(locale, { ...filters, limit: LIST_LIMIT, cursor }),
      answers.agencies(locale),
      filters.agency ? answers.agency(locale, filters.agency) : null,
    ]);
    const { data, meta } = list.answer;
    const asked: DirectiveFilters = filters;
    const agency = ofAgency && { value: ofAgency.answer.data.slug, name: ofAgency.answer.data.name };
    const isFiltered = Object.keys(asked).length > 0;
    const other = locales.find((one) => one !== locale) ?? locale;
    const title = agency ? text('directivesOf', { name: agency.name }) : text('directives');
    return {
      head: listHead(
        portal,
        { name: 'directives', query: asked, cursor },
        {
          title,
          description: text('directivesDescription'),
          feed: { path: DIRECTIVES_FEED, title: text('directives') },
        },
      ),
      body: (
        <Main>
          <PageHeading title={title} />
          <DirectiveFilterForm filters={asked} agencies={agencies.answer.data} agency={agency} />
          {data.length > 0 ? (
            <DirectiveRows
              directives={data}
              heading="h2"
              next={meta.nextCursor && withQuery(to('directives'), { ...asked, cursor: meta.nextCursor })}
            />
          ) : (
            <p class="nothing">{text(isFiltered ? 'directivesNotFound' : 'directivesEmpty')}</p>
          )}
          <FeedLink path={DIRECTIVES_FEED} />
        </Main>
      ),
      secondsToNextChange: secondsToFirstChange([list, agencies, ofAgency]),
      otherLanguage: withQuery(to('directives', '', other), asked),
    };
  },
};
