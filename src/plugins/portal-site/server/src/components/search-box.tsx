import { SEARCHED_TYPES } from '../../../../../contract';
import { usePortal } from '../portal';
import { Script } from './script';

/** Where words are typed; its script completes them. A page has one. */
export function SearchBox({ q = '', children }: { q?: string; children: string }) {
  const { locale, text } = usePortal();
  const types = Object.fromEntries(SEARCHED_TYPES.map((one) => [one, text(`searchType-${one}`)]));
  return (
    <div class="search-box">
      <label>
        <span>{children}</span>
        <input
          name="q"
          type="search"
          value={q}
          maxLength={300}
          autocomplete="off"
          required
          data-suggestions={`/api/portal/v1/search/suggest?locale=${locale}`}
          data-name={text('searchSuggestions')}
          data-count={text('searchSuggested', { count: '{count}' })}
          data-types={JSON.stringify(types)}
        />
      </label>
      <span class="visually-hidden" role="status" />
      <Script name="suggestions" />
    </div>
  );
}
