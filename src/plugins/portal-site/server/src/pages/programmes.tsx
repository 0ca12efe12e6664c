import { z } from 'zod';
import { readKnownParameters } from '../../../../../contract';
import { MoreLink } from '../components/more-link';
import { Main, PageHeading } from '../components/page-heading';
import { ProgrammeFacts } from '../components/programme-facts';
import type { Page } from '../page';
import { cursorOnly, LIST_LIMIT, listHead, withQuery } from './list-page';

const programmesParameters = z.object(cursorOnly);

/** Programmes, the latest period first. */
export const programmesPage: Page = {
  plugin: 'public-record',
  section: 'programmes',
  parameters: programmesParameters,

  async show({ portal, records, querystring }) {
    if (!records) return null;
    const { locale, text, to } = portal;
    const { cursor } = readKnownParameters(querystring, programmesParameters);
    const { answer, secondsToNextChange } = await records.programmes(locale, { limit: LIST_LIMIT, cursor });
    const { data, meta } = answer;
    return {
      head: listHead(
        portal,
        { name: 'programmes', cursor },
        { title: text('programmesTitle'), description: text('programmesDescription') },
      ),
      body: (
        <Main>
          <PageHeading title={text('programmesTitle')} />
          {data.length > 0 ? (
            <>
              <ul class="card-list programmes" data-more-list>
                {data.map((programme) => (
                  <li key={programme.id}>
                    <h2 class="card-title">
                      <a href={to('programme', programme.slug)}>{programme.name}</a>
                    </h2>
                    {programme.summary && <p class="card-summary">{programme.summary}</p>}
                    <ProgrammeFacts programme={programme} />
                  </li>
                ))}
              </ul>
              <MoreLink next={meta.nextCursor && withQuery(to('programmes'), { cursor: meta.nextCursor })} />
            </>
          ) : (
            <p class="nothing">{text('programmesEmpty')}</p>
          )}
        </Main>
      ),
      secondsToNextChange,
    };
  },
};
