import type { Text } from '../words';
import { civilDay } from '../civil-day';
import { Main, PageHeading } from '../components/page-heading';
import type { Page } from '../page';
import { usePortal } from '../portal';
import { listHead } from './list-page';

/** The months of a year, the newest first; `YYYY-MM`. */
function Year({ year, months }: { year: string; months: readonly string[] }) {
  const portal = usePortal();
  return (
    <section class="part" aria-labelledby={`year-${year}`}>
      <h2 id={`year-${year}`}>{yearTitle(year, portal.text)}</h2>
      <ul class="months">
        {months.map((month) => (
          <li key={month}>
            <a href={portal.to('month', month)}>{civilDay(`${month}-01`, portal, 'month')}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const yearTitle = (year: string, text: Text): string => text('yearTitle', { year });

/** The months that have news, by year. */
export const archivePage: Page = {
  section: 'news',

  async show({ portal, archive }) {
    const { locale, text } = portal;
    const { months, secondsToNextChange } = await archive(locale);
    const years = [...new Set(months.map((month) => month.slice(0, 4)))];
    return {
      head: listHead(
        portal,
        { name: 'archive' },
        { title: text('archiveTitle'), description: text('archiveDescription') },
      ),
      body: (
        <Main>
          <PageHeading title={text('archiveTitle')} />
          {years.map((year) => (
            <Year key={year} year={year} months={months.filter((month) => month.startsWith(year))} />
          ))}
          {years.length === 0 && <p class="nothing">{text('articlesEmpty')}</p>}
        </Main>
      ),
      secondsToNextChange,
    };
  },
};
