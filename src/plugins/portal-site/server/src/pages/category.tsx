import { z } from 'zod';
import { readKnownParameters, type Category } from '../../../../../contract';
import { lineTo } from '../category-line';
import { ArticleRows } from '../components/article-list';
import { Breadcrumbs, type Step } from '../components/breadcrumbs';
import { feedPath } from '../feeds';
import { FeedLink } from '../components/feed-link';
import { Main, PageHeading } from '../components/page-heading';
import { breadcrumbList } from '../head/json-ld';
import { secondsToFirstChange, type Page } from '../page';
import { usePortal } from '../portal';
import { cursorOnly, LIST_LIMIT, listHead, withQuery } from './list-page';

const categoryParameters = z.object(cursorOnly);

function Subcategories({ steps }: { steps: readonly Step[] }) {
  const { text } = usePortal();
  return (
    <nav class="subcategories" aria-label={text('subcategories')}>
      <ul>
        {steps.map(({ name, path }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** One category: what lies under it, and its articles. The contract has no path of one category, so the tree is read. */
export const categoryPage: Page = {
  section: 'categories',
  parameters: categoryParameters,

  async show({ portal, answers, slug, querystring }) {
    const { locale, text, to, absolute } = portal;
    const { cursor } = readKnownParameters(querystring, categoryParameters);
    const parts = await Promise.all([
      answers.categories(locale),
      answers.articles(locale, { category: slug, limit: LIST_LIMIT, cursor }),
    ]);
    const line = lineTo(slug, parts[0].answer.data);
    const category = line.at(-1);
    if (!category) return null;
    const step = (one: Category): Step => ({ name: one.name, path: to('category', one.slug) });
    const { name, description, children } = category;
    const { data, meta } = parts[1].answer;
    const feed = feedPath(locale, 'category', slug);
    const steps = [{ name: text('categories'), path: to('categories') }, ...line.map(step)];
    return {
      head: listHead(
        portal,
        { name: 'category', slug, cursor },
        {
          title: name,
          description: description ?? text('categoryDescription', { name }),
          feed: { path: feed, title: text('feedOf', { name }) },
          jsonLd: [breadcrumbList(steps.map(({ path, ...one }) => ({ ...one, url: absolute(path) })))],
        },
      ),
      body: (
        <Main>
          <Breadcrumbs steps={steps.slice(0, -1)} />
          <PageHeading title={name}>{description && <p>{description}</p>}</PageHeading>
          {children.length > 0 && <Subcategories steps={children.map(step)} />}
          <ArticleRows
            cards={data}
            heading="h2"
            next={meta.nextCursor && withQuery(to('category', slug), { cursor: meta.nextCursor })}
          />
          <FeedLink path={feed} />
        </Main>
      ),
      secondsToNextChange: secondsToFirstChange(parts),
    };
  },
};
