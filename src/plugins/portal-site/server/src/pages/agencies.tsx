import { AgencyTree } from '../components/agency-tree';
import { Main, PageHeading } from '../components/page-heading';
import type { Page } from '../page';
import { listHead } from './list-page';

export const agenciesPage: Page = {
  section: 'agencies',

  async show({ portal, answers }) {
    const { locale, text } = portal;
    const { answer, secondsToNextChange } = await answers.agencies(locale);
    return {
      head: listHead(
        portal,
        { name: 'agencies' },
        { title: text('agenciesTitle'), description: text('agenciesDescription') },
      ),
      body: (
        <Main>
          <PageHeading title={text('agenciesTitle')} />
          {answer.data.length > 0 ? (
            <AgencyTree agencies={answer.data} />
          ) : (
            <p class="nothing">{text('agenciesEmpty')}</p>
          )}
        </Main>
      ),
      secondsToNextChange,
    };
  },
};
