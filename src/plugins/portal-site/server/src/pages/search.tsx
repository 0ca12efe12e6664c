import { z } from 'zod';
import {
  parameters,
  readKnownParameters,
  SEARCHED_TYPES,
  searchedType,
  type SearchResults,
} from '../../../../../contract';
import { Main, PageHeading } from '../components/page-heading';
import { SearchForm, type SearchAsked } from '../components/search-form';
import { SearchHits } from '../components/search-hits';
import type { Page } from '../page';
import { usePortal } from '../portal';
import { cursorOnly, LIST_LIMIT, withQuery } from './list-page';

const searchParameters = z.object({
  q: parameters.typed.optional(),
  type: searchedType.optional(),
  sort: z.enum(['relevance', 'date']).optional(),
  ...cursorOnly,
});

/** How many there are of each type, each a link to those alone. */
function Types({ asked, types }: { asked: SearchAsked; types: SearchResults['meta']['types'] }) {
  const { text, to } = usePortal();
  if (types.length < 2) return null;
  const inOrder = SEARCHED_TYPES.flatMap((one) => types.find(({ type }) => type === one) ?? []);
  return (
    <p class="search-types">
      {inOrder.map(({ type, count, capped }) => (
        <a
          key={type}
          href={withQuery(to('search'), { ...asked, type })}
          aria-current={asked.type === type ? 'true' : undefined}
        >
          {text(`searchType-${type}`)} ({capped ? text('searchOver', { count }) : count})
        </a>
      ))}
      {asked.type && <a href={withQuery(to('search'), { ...asked, type: undefined })}>{text('filterAll')}</a>}
    </p>
  );
}

/** What may have been meant where nothing, or nothing by all words, was found. */
function Suggestion({ asked, suggestion }: { asked: SearchAsked; suggestion: string | null }) {
  const { text, to } = usePortal();
  if (!suggestion) return null;
  return (
    <p class="search-suggestion">
      {text('searchMeant')} <a href={withQuery(to('search'), { ...asked, q: suggestion })}>{suggestion}</a>?
    </p>
  );
}

function Nothing() {
  const { text, to } = usePortal();
  return (
    <div class="nothing">
      <p>{text('searchNothing')}</p>
      <ul>
        <li>{text('searchFewer')}</li>
        <li>{text('searchNumber')}</li>
        <li>
          <a href={to('news')}>{text('toList')}</a>
        </li>
      </ul>
    </div>
  );
}

/** Articles, directives, programmes, people and agencies by their words. */
export const searchPage: Page = {
  plugin: 'portal-search',
  section: 'home',
  parameters: searchParameters,
  isTyped: true,

  async show({ portal, search, querystring }) {
    if (!search) return null;
    const { locale, locales, text, to } = portal;
    const { q, type, sort, cursor } = readKnownParameters(querystring, searchParameters);
    const found = q
      ? await search.search(locale, { q, type, sort: sort ?? 'relevance', limit: LIST_LIMIT, cursor })
      : null;
    const asked: SearchAsked = { ...(q && { q }), ...(type && { type }), ...(sort === 'date' && { sort }) };
    const title = q ? text('searchOf', { q }) : text('search');
    const other = locales.find((one) => one !== locale) ?? locale;
    const { data = [], meta } = found?.answer ?? {};
    return {
      // What people type is nothing for search engines to keep.
      head: { title, description: null, canonical: null },
      body: (
        <Main>
          <PageHeading title={title} />
          <SearchForm asked={asked} />
          {meta && <Types asked={asked} types={meta.types} />}
          {meta && <Suggestion asked={asked} suggestion={meta.suggestion} />}
          {data.length > 0 && (
            <SearchHits
              hits={data}
              next={meta?.nextCursor ? withQuery(to('search'), { ...asked, cursor: meta.nextCursor }) : null}
            />
          )}
          {meta && data.length === 0 && <Nothing />}
        </Main>
      ),
      secondsToNextChange: found?.secondsToNextChange ?? null,
      onSent: found?.onSent,
      hasSearchForm: true,
      otherLanguage: withQuery(to('search', '', other), asked),
    };
  },
};
