import type { Card, LatestNews } from '../../../../../contract';
import { usePortal } from '../portal';
import { Script } from './script';

/**
 * Lines of news, the one being read marked: `shortTitle(display.dateTime)`, touching, as on the live portal; the space
 * between them is the style sheet's.
 */
export const NewsLines = ({ cards, current }: { cards: readonly Card[]; current?: string | undefined }) => (
  <ul class="latest-lines">
    {cards.map((card) => (
      <li key={card.id}>
        <a href={card.url} aria-current={card.id === current ? 'page' : undefined}>
          {card.shortTitle}
        </a>
        <span class="latest-time">
          (<time datetime={card.publishedOn}>{card.display.dateTime}</time>)
        </span>
      </li>
    ))}
  </ul>
);

/** “Tin mới nhất” beside what is read. The script of the live list keeps it up to date. */
export function LatestNewsAside({ list, current }: { list: LatestNews | null; current?: string }) {
  const { text } = usePortal();
  return (
    <aside class="latest" aria-labelledby="latest-heading">
      <h2 id="latest-heading" class="section-heading">
        {text('latestNews')}
      </h2>
      <div id="latest" data-live>
        {list && list.data.length > 0 ? (
          <NewsLines cards={list.data} current={current} />
        ) : (
          <p class="nothing">{text('latestEmpty')}</p>
        )}
      </div>
      <Script name="live-list" />
    </aside>
  );
}
