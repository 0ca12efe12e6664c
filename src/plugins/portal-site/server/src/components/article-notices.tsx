import type { Article } from '../../../../../contract';
import { dateTime } from '../../../../../vietnamese';
import { usePortal } from '../portal';

/** What a reader must know before the text: that the article was withdrawn, or corrected. */
export function ArticleNotices({ article: { withdrawal, corrections } }: { article: Article }) {
  const { locale, text } = usePortal();
  const shown = (instant: string) => dateTime(new Date(instant), locale);
  return (
    <>
      {withdrawal && (
        <section class="notice notice-withdrawal" aria-labelledby="withdrawal">
          <h2 id="withdrawal">{text('withdrawnTitle')}</h2>
          <p>
            {withdrawal.reason && `${withdrawal.reason} `}
            {text('withdrawnOn', { when: shown(withdrawal.on) })}
          </p>
        </section>
      )}
      {corrections.length > 0 && (
        <section class="notice" aria-labelledby="corrections">
          <h2 id="corrections">{text('correctionsTitle')}</h2>
          <ul>
            {corrections.map(({ on, note }) => (
              <li key={on}>
                <time datetime={on}>{shown(on)}</time>: {note}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
