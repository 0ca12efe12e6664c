import { SEARCHED_TYPES } from '../../../../../contract';
import { usePortal } from '../portal';
import { SearchBox } from './search-box';

export type SearchAsked = { q?: string; type?: string; sort?: string };

/** The box and its choices. It works without scripts: what is asked is the address. */
export function SearchForm({ asked: { q = '', type = '', sort = '' } }: { asked: SearchAsked }) {
  const { text, to } = usePortal();
  return (
    <form class="search-form" method="get" action={to('search')} role="search" aria-label={text('search')}>
      <SearchBox q={q}>
        <span>{text('searchWords')}</span>
      </SearchBox>
      <label>
        <span>{text('searchType')}</span>
        <select name="type">
          <option value="">{text('filterAll')}</option>
          {SEARCHED_TYPES.map((one) => (
            <option key={one} value={one} selected={one === type}>
              {text(`searchType-${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{text('searchOrder')}</span>
        <select name="sort">
          <option value="">{text('searchBest')}</option>
          <option value="date" selected={sort === 'date'}>
            {text('searchNewest')}
          </option>
        </select>
      </label>
      <button class="button" type="submit">
        {text('search')}
      </button>
    </form>
  );
}
