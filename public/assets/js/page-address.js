/** The addresses of the portal's pages, in the language of the page being read; the server puts them into each page. */
const addresses = JSON.parse(document.querySelector('#page-addresses').textContent);

/** The page of one thing, or without a slug the list of its type. */
export function addressOf(type, slug = null) {
  const { list, page } = addresses[type];
  return slug === null ? list : page.replace('{slug}', () => encodeURIComponent(slug));
}

/** The last part of the path. */
export function slugOfPage() {
  const last = location.pathname.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last; // A broken %-escape is nothing's slug; the contract says so.
  }
}
