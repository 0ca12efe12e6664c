import { z } from 'zod';
import { readKnownParameters, type OfficialInList } from '../../../../../contract';
import { MoreLink } from '../components/more-link';
import { OfficialRows } from '../components/official-rows';
import { Main, PageHeading } from '../components/page-heading';
import type { Page } from '../page';
import { usePortal } from '../portal';
import { cursorOnly, listHead, withQuery } from './list-page';

const officialsParameters = z.object(cursorOnly);
const LIMIT = 20;

type Group = { agency: OfficialInList['agency']; officials: OfficialInList[] };

/** Those of one agency, who stand one after another, together. */
function groupsOf(officials: readonly OfficialInList[]): Group[] {
  const groups: Group[] = [];
  for (const official of officials) {
    const last = groups.at(-1);
    if (last && last.agency?.slug === official.agency?.slug) last.officials.push(official);
    else groups.push({ agency: official.agency, officials: [official] });
  }
  return groups;
}

function Groups({ officials }: { officials: readonly OfficialInList[] }) {
  const { text, to } = usePortal();
  return (
    <div class="official-groups" data-more-list>
      {groupsOf(officials).map(({ agency, officials: own }) => (
        <section key={agency?.slug} data-more-group={agency?.slug ?? ''}>
          <h2 class="section-heading">
            {agency ? <a href={to('agency', agency.slug)}>{agency.name}</a> : text('otherOfficials')}
          </h2>
          <ul class="rows">
            <OfficialRows officials={own} />
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The people in office, by agency and rank. */
export const officialsPage: Page = {
  section: 'officials',
  parameters: officialsParameters,

  async show({ portal, answers, querystring }) {
    const { locale, text, to } = portal;
    const { cursor } = readKnownParameters(querystring, officialsParameters);
    const { answer, secondsToNextChange } = await answers.officials(locale, { limit: LIMIT, cursor });
    const { data, meta } = answer;
    return {
      head: listHead(
        portal,
        { name: 'officials', cursor },
        { title: text('officialsTitle'), description: text('officialsDescription') },
      ),
      body: (
        <Main>
          <PageHeading title={text('officialsTitle')} />
          {data.length > 0 ? <Groups officials={data} /> : <p class="nothing">{text('officialsEmpty')}</p>}
          <MoreLink next={meta.nextCursor && withQuery(to('officials'), { cursor: meta.nextCursor })} />
        </Main>
      ),
      secondsToNextChange,
    };
  },
};
