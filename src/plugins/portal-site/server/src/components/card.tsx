import type { Card } from '../../../../../contract';
import { Picture } from './picture';

/** The title beside the picture is the link and the name; the picture adds nothing to hear. */
function Thumbnail({ card, sizes, isFirst = false }: { card: Card; sizes: string; isFirst?: boolean }) {
  if (!card.image?.url) return null;
  return (
    <div class="card-picture">
      <Picture image={card.image} sizes={sizes} isFirst={isFirst} alt="" />
    </div>
  );
}

function CardFacts({ card, isInCategory = false }: { card: Card; isInCategory?: boolean }) {
  return (
    <p class="card-facts">
      {card.category && !isInCategory && <span class="card-category">{card.category.name}</span>}
      <time class="card-time" datetime={card.publishedOn}>
        {card.display.dateTime}
      </time>
    </p>
  );
}

/** A card of an article as the lead of a page. */
export const LeadCard = ({ card }: { card: Card }) => (
  <article class="lead-card">
    <Thumbnail card={card} sizes="(min-width: 60rem) 42rem, 100vw" isFirst />
    <h3 class="card-title">
      <a href={card.url}>{card.title}</a>
    </h3>
    {card.summary && <p class="card-summary">{card.summary}</p>}
    <CardFacts card={card} />
  </article>
);

type RowCardProps = {
  card: Card;
  /** Follows the headings around the list. */
  heading?: 'h2' | 'h3';
  /** Whether the list says what category it is of. */
  isInCategory?: boolean;
};

/** A card as a row of a list. */
export function RowCard({ card, heading: Heading = 'h3', isInCategory = false }: RowCardProps) {
  return (
    <article class="row-card">
      <div class="row-card-words">
        <Heading class="card-title">
          <a href={card.url}>{card.title}</a>
        </Heading>
        {card.summary && <p class="card-summary">{card.summary}</p>}
        <CardFacts card={card} isInCategory={isInCategory} />
      </div>
      <Thumbnail card={card} sizes="10rem" />
    </article>
  );
}
