/** The addresses of the portal's pages, in the language of the page being read. */
import { locale } from './strings.js';

const PLACES = {
  home: '',
  article: '/tin-tuc',
  category: '/chuyen-muc',
  official: '/can-bo',
  agency: '/co-quan',
};
const start = locale === 'vi' ? '' : `/${locale}`;

/** The page of one thing, or without a slug of all of its type. */
export function addressOf(type, slug = null) {
  const place = start + PLACES[type];
  return slug === null ? place || '/' : `${place}/${encodeURIComponent(slug)}`;
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
