import type { Article } from '../../../../../contract';
import { dateTime } from '../../../../../vietnamese';
import { usePortal } from '../portal';
import { ArticleBody } from './article-body';
import { ArticleFacts } from './article-facts';
import { ArticleNotices } from './article-notices';
import { Script } from './script';

/** What only scripts can do: hidden until they have come. */
function ArticleTools() {
  const { text } = usePortal();
  return (
    <div class="article-tools">
      <div class="text-zoom" role="group" aria-label={text('textSize')} hidden>
        <button type="button" data-zoom="-25" aria-label={text('textSmaller')} title={text('textSmaller')}>
          A−
        </button>
        <span class="zoom-value" aria-hidden="true">
          100%
        </span>
        <button type="button" data-zoom="25" aria-label={text('textLarger')} title={text('textLarger')}>
          A+
        </button>
        <span
          class="visually-hidden"
          aria-live="polite"
          data-zoom-says={text('textSizeNow', { percent: '{percent}' })}
        />
      </div>
      <button type="button" data-print hidden>
        {text('print')}
      </button>
      <Script name="text-zoom" />
      <Script name="print-article" />
    </div>
  );
}

function ArticleBar({ article }: { article: Article }) {
  const { locale, text } = usePortal();
  const { publishedOn, updatedOn, display } = article;
  return (
    <div class="article-bar">
      <p class="date-line">
        <time datetime={publishedOn}>{display.dateLine}</time>
        {updatedOn !== publishedOn && (
          <span class="updated"> {text('updated', { when: dateTime(new Date(updatedOn), locale) })}</span>
        )}
      </p>
      <ArticleTools />
    </div>
  );
}

/** An article as its page and its preview show it. */
export function ArticleElement({ article }: { article: Article }) {
  const { to } = usePortal();
  const { category, summary, title, body, locale } = article;
  return (
    <article class="article" lang={locale} aria-labelledby="title">
      <header class="article-header">
        {category && (
          <p class="kicker">
            <a href={to('category', category.slug)}>{category.name}</a>
          </p>
        )}
        <h1 id="title">{title}</h1>
        <ArticleBar article={article} />
      </header>
      <div class="article-text">
        <ArticleNotices article={article} />
        {summary && <p class="summary">{summary}</p>}
        <ArticleBody blocks={body} />
      </div>
      <ArticleFacts article={article} />
    </article>
  );
}
