import type { Card } from '../../../../../contract';
import { usePortal } from '../portal';
import { RowCard } from './card';
import { MoreLink } from './more-link';

type ArticleRowsProps = {
  cards: readonly Card[];
  heading: 'h2' | 'h3';
  /** The path of the next page of the list, or null at its end. */
  next?: string | null;
};

/** Articles as rows, and the way to the next of them. */
export function ArticleRows({ cards, heading, next = null }: ArticleRowsProps) {
  const { text } = usePortal();
  if (cards.length === 0) return <p class="nothing">{text('articlesEmpty')}</p>;
  return (
    <>
      <ul class="card-list" data-more-list>
        {cards.map((card) => (
          <li key={card.id}>
            <RowCard card={card} heading={heading} />
          </li>
        ))}
      </ul>
      <MoreLink next={next} />
    </>
  );
}

/** As many as the contract gives at most: there may be more. */
const FULL = 10;

/** The latest articles of an agency or an official, and the way to all of them; nothing where there are none. */
export function LatestArticles({ heading, cards, all }: { heading: string; cards: readonly Card[]; all: string }) {
  const { text } = usePortal();
  if (cards.length === 0) return null;
  return (
    <section class="part" aria-labelledby="latest">
      <h2 id="latest">{heading}</h2>
      <ArticleRows cards={cards} heading="h3" />
      {cards.length >= FULL && (
        <p class="see-all">
          <a href={all}>{text('more')}</a>
        </p>
      )}
    </section>
  );
}
