import type { ComponentChildren } from 'preact';
import { BASE_PATH, SEARCHED_TYPES } from '../../../../../contract';
import { usePortal } from '../portal';
import { Script } from './script';

/**
 * Where words are typed; its script completes them. A page has one.
 *
 * @param children its label
 */
export function SearchBox({ q = '', children }: { q?: string; children: ComponentChildren }) {
  const { locale, text } = usePortal();
  const types = Object.fromEntries(SEARCHED_TYPES.map((one) => [one, text(`searchType-${one}`)]));
  return (
    <div class="search-box">
      <label>
        {children}
        <input
          name="q"
          type="search"
          value={q}
          maxLength={300}
          autocomplete="off"
          required
          data-suggestions={`${BASE_PATH}/search/suggest?locale=${locale}`}
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
