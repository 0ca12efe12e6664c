import { z } from 'zod';
import { readKnownParameters } from '../../../../../contract';
import { civilDay } from '../civil-day';
import { ArticleRows } from '../components/article-list';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Main, PageHeading } from '../components/page-heading';
import type { Page } from '../page';
import { cursorOnly, LIST_LIMIT, listHead, withQuery } from './list-page';

const monthParameters = z.object(cursorOnly);

/** The first and last day of a month, `YYYY-MM`; null for anything else. */
function daysOfMonth(month: string): { from: string; to: string } | null {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (!year || !number || Number(year) < 1) return null;
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(Number(year), Number(number), 0);
  return { from: `${month}-01`, to: `${month}-${last.getUTCDate()}` };
}

/** The articles of one month, newest first. */
export const monthPage: Page = {
  section: 'news',
  parameters: monthParameters,

  async show({ portal, answers, slug, querystring }) {
    const { locale, text, to } = portal;
    const days = daysOfMonth(slug);
    if (!days) return null;
    const { cursor } = readKnownParameters(querystring, monthParameters);
    const { answer, secondsToNextChange } = await answers.articles(locale, { ...days, limit: LIST_LIMIT, cursor });
    const { data, meta } = answer;
    if (data.length === 0) return null;
    const title = text('monthTitle', { month: civilDay(days.from, portal, 'month') });
    return {
      head: listHead(portal, { name: 'month', slug, cursor }, { title, description: title }),
      body: (
        <Main>
          <Breadcrumbs
            steps={[
              { name: text('news'), path: to('news') },
              { name: text('archiveTitle'), path: to('archive') },
            ]}
          />
          <PageHeading title={title} />
          <ArticleRows
            cards={data}
            heading="h2"
            next={meta.nextCursor && withQuery(to('month', slug), { cursor: meta.nextCursor })}
          />
        </Main>
      ),
      secondsToNextChange,
    };
  },
};
