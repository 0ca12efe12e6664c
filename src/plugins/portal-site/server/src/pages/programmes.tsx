import { z } from 'zod';
import { parameters, readKnownParameters } from '../../../../../contract';
import { Main, PageHeading } from '../components/page-heading';
import { ProgrammeRows } from '../components/programme-rows';
import { secondsToFirstChange, type Page } from '../page';
import { cursorOnly, LIST_LIMIT, listHead, withQuery } from './list-page';

const programmesParameters = z.object({ agency: parameters.name.optional(), ...cursorOnly });

/** Programmes, the latest period first: all, or those of an agency. */
export const programmesPage: Page = {
  plugin: 'public-record',
  section: 'programmes',
  parameters: programmesParameters,

  async show({ portal, answers, records, querystring }) {
    if (!records) return null;
    const { locale, locales, text, to } = portal;
    const { cursor, agency } = readKnownParameters(querystring, programmesParameters);
    const [list, ofAgency] = await Promise.all([
      records.programmes(locale, { agency, limit: LIST_LIMIT, cursor }),
      agency === undefined ? null : answers.agency(locale, agency),
    ]);
    const { data, meta } = list.answer;
    const other = locales.find((one) => one !== locale) ?? locale;
    const title = ofAgency ? text('programmesOf', { name: ofAgency.answer.data.name }) : text('programmesTitle');
    return {
      head: listHead(
        portal,
        { name: 'programmes', query: { agency }, cursor },
        { title, description: text('programmesDescription') },
      ),
      body: (
        <Main>
          <PageHeading title={title} />
          {data.length > 0 ? (
            <ProgrammeRows
              programmes={data}
              heading="h2"
              next={meta.nextCursor && withQuery(to('programmes'), { agency, cursor: meta.nextCursor })}
            />
          ) : (
            <p class="nothing">{text(agency === undefined ? 'programmesEmpty' : 'programmesNotFound')}</p>
          )}
          {agency !== undefined && (
            <p class="see-all">
              <a href={to('programmes')}>{text('programmesAll')}</a>
            </p>
          )}
        </Main>
      ),
      secondsToNextChange: secondsToFirstChange([list, ofAgency]),
      otherLanguage: withQuery(to('programmes', '', other), { agency }),
    };
  },
};
