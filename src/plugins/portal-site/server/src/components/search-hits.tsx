import type { SearchHit } from '../../../../../contract';
import { civilDay } from '../civil-day';
import { usePortal, type Portal } from '../portal';
import { directiveName } from './directives';
import { MoreLink } from './more-link';

type Shown = { href: string; name: string; facts: readonly (string | null)[] };

/** What a hit is called, where its page is, and what stands below it. */
function shownOf(hit: SearchHit, portal: Portal): Shown {
  const { to } = portal;
  switch (hit.type) {
    case 'article':
      return { href: to('article', hit.card.slug), name: hit.card.title, facts: [hit.card.display.dateTime] };
    case 'directive': {
      const { slug, agency, issuedOn, abstract } = hit.card;
      const name = `${directiveName(hit.card, portal)}: ${abstract}`;
      return { href: to('directive', slug), name, facts: [agency.name, civilDay(issuedOn, portal)] };
    }
    case 'programme': {
      const { slug, name, period } = hit.card;
      return { href: to('programme', slug), name, facts: [`${period.from}–${period.to}`] };
    }
    case 'official':
      return { href: to('official', hit.card.slug), name: hit.card.name, facts: [hit.card.title] };
    case 'agency':
      return { href: to('agency', hit.card.slug), name: hit.card.name, facts: [] };
  }
}

/** An excerpt with what agrees with the query marked. */
function Excerpt({ hit: { excerpt, highlights } }: { hit: SearchHit }) {
  if (excerpt === '') return null;
  const ends = [...highlights.map(({ from }) => from).slice(1), excerpt.length];
  return (
    <p class="search-excerpt">
      {excerpt.slice(0, highlights[0]?.from ?? excerpt.length)}
      {highlights.map(({ from, to }, index) => (
        <>
          <mark>{excerpt.slice(from, to)}</mark>
          {excerpt.slice(to, ends[index])}
        </>
      ))}
    </p>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  const portal = usePortal();
  const { href, name, facts } = shownOf(hit, portal);
  return (
    <article>
      <h2 class="card-title">
        <a href={href}>{name}</a>
      </h2>
      <Excerpt hit={hit} />
      <p class="card-facts">
        <span>{portal.text(`searchType-${hit.type}`)}</span>
        {facts.map((fact) => fact && <span key={fact}>{fact}</span>)}
      </p>
    </article>
  );
}

/** What was found, the best or newest first, and the way to more. */
export const SearchHits = ({ hits, next }: { hits: readonly SearchHit[]; next: string | null }) => (
  <>
    <ul class="card-list search-hits" data-more-list>
      {hits.map((hit) => (
        <li key={hit.card.id}>
          <Hit hit={hit} />
        </li>
      ))}
    </ul>
    <MoreLink next={next} />
  </>
);
