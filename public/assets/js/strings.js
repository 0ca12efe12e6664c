/**
 * The page's own words, which the server has put into it in the language of its address (public/words). What comes
 * from the contract (titles, dates, captions) is printed as it is.
 */
const words = JSON.parse(document.querySelector('#words').textContent);

/** The locale asked of the contract, and the language of the page's own words: English under `/en`. */
export const locale = document.documentElement.lang;

/** One of the page's own strings, its `{names}` filled in. */
export function text(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
