import { CategoryTree } from '../components/category-tree';
import { Main, PageHeading } from '../components/page-heading';
import type { Page } from '../page';
import { listHead } from './list-page';

export const categoriesPage: Page = {
  section: 'categories',

  async show({ portal, answers }) {
    const { locale, text } = portal;
    const { answer, secondsToNextChange } = await answers.categories(locale);
    return {
      head: listHead(
        portal,
        { name: 'categories' },
        { title: text('categoriesTitle'), description: text('categoriesDescription') },
      ),
      body: (
        <Main>
          <PageHeading title={text('categoriesTitle')} />
          {answer.data.length > 0 ? (
            <CategoryTree categories={answer.data} />
          ) : (
            <p class="nothing">{text('categoriesEmpty')}</p>
          )}
        </Main>
      ),
      secondsToNextChange,
    };
  },
};
