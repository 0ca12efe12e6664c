import type { Article } from '../../../../../contract';
import { dateTime } from '../../../../../vietnamese';
import { usePortal } from '../portal';
import { ArticleBody } from './article-body';
import { ArticleFacts } from './article-facts';
import { ArticleNotices } from './article-notices';
import { Breadcrumbs, type Step } from './breadcrumbs';
import { Contents } from './contents';
import { Script } from './script';
import { ShareLinks } from './share-links';

/** What only scripts can do: hidden until they have come. */
function ArticleTools() {
  const { text } = usePortal();
  return (
    <div class="article-tools">
      <div class="text-zoom" role="group" aria-label={text('textSize')} hidden>
        <button type="button" data-zoom="-25" title={text('textSmaller')}>
          A−<span class="visually-hidden"> {text('textSmaller')}</span>
        </button>
        <span class="zoom-value" aria-hidden="true">
          100%
        </span>
        <button type="button" data-zoom="25" title={text('textLarger')}>
          A+<span class="visually-hidden"> {text('textLarger')}</span>
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

/** Words, in Vietnamese syllables, that most people read in a minute. */
const WORDS_A_MINUTE = 230;

/** Whole minutes that a text takes; 0 for one that is read at a glance. */
const readingMinutes = (text: string): number => Math.round((text.match(/\S+/g)?.length ?? 0) / WORDS_A_MINUTE);

function ArticleBar({ article }: { article: Article }) {
  const { locale, text } = usePortal();
  const { publishedOn, updatedOn, display } = article;
  const minutes = readingMinutes(article.text);
  return (
    <div class="article-bar">
      <p class="date-line">
        <time datetime={publishedOn}>{display.dateLine}</time>
        {minutes > 0 && <span> {text('readingTime', { minutes })}</span>}
        {updatedOn !== publishedOn && (
          <span class="updated"> {text('updated', { when: dateTime(new Date(updatedOn), locale) })}</span>
        )}
      </p>
      <ArticleTools />
    </div>
  );
}

/**
 * An article as its page and its preview show it.
 *
 * @param steps the way down to it
 * @param isShared whether its address is for others
 */
export function ArticleElement({
  article,
  steps,
  isShared = false,
}: {
  article: Article;
  steps: readonly Step[];
  isShared?: boolean;
}) {
  const { summary, title, body, locale } = article;
  return (
    <article class="article" lang={locale} aria-labelledby="title">
      <header class="article-header">
        <Breadcrumbs steps={steps} />
        <h1 id="title">{title}</h1>
        <ArticleBar article={article} />
      </header>
      <div class="article-text">
        <ArticleNotices article={article} />
        {summary && <p class="summary">{summary}</p>}
        <Contents blocks={body} />
        <ArticleBody blocks={body} />
      </div>
      {isShared && <ShareLinks shared={article} />}
      <ArticleFacts article={article} />
    </article>
  );
}
