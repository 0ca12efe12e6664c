import type { Card, Neighbours } from '../../../../../contract';
import { usePortal } from '../portal';
import { NewsLines } from './latest-news';
import { TitledSection } from './titled-section';

const Side = ({ heading, cards }: { heading: string; cards: readonly Card[] }) =>
  cards.length === 0 ? null : (
    <div>
      <h3>{heading}</h3>
      <NewsLines cards={cards} />
    </div>
  );

/** “Các tin khác”: the articles around one in its category; nothing where it has none. */
export function NeighboursSection({ neighbours }: { neighbours: Neighbours | null }) {
  const { text } = usePortal();
  const { newer, older } = neighbours?.data ?? { newer: [], older: [] };
  if (newer.length + older.length === 0) return null;
  return (
    <TitledSection look="neighbours" id="neighbours" heading={text('neighbours')}>
      <div class="sides">
        <Side heading={text('newer')} cards={newer} />
        <Side heading={text('older')} cards={older} />
      </div>
    </TitledSection>
  );
}
