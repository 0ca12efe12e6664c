/** Reading the public contract, version 1. The only module that knows where it is. */
import { locale } from './strings.js';

const BASE = '/api/portal/v1';
const PATIENCE_MS = 15_000;

/** Why an answer did not come. `outcome` is `missing`, `gone`, `failed` or `unreachable`. */
export class ContractError extends Error {
  constructor(outcome, address) {
    super(`${outcome}: ${address}`);
    this.outcome = outcome;
  }
}

// A slug that the contract refuses as malformed (400) is, to a reader, an address with nothing at it.
const OUTCOMES = { 400: 'missing', 404: 'missing', 410: 'gone' };

/**
 * The `{ data, meta }` of one path. The 301 of what has moved is followed: compare `data.slug` with the slug asked for.
 * Throws only ContractError.
 */
function read(path, parameters = {}) {
  const given = Object.entries({ locale, ...parameters }).filter(([, value]) => value != null);
  return ask(`${BASE}${path}?${new URLSearchParams(given)}`);
}

async function ask(address) {
  let response;
  try {
    response = await fetch(address, {
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.ok) return await response.json();
  } catch {
    throw new ContractError('unreachable', address);
  }
  throw new ContractError(OUTCOMES[response.status] ?? 'failed', address);
}

const one = (path) => (slug) => read(`${path}/${encodeURIComponent(slug)}`);

export const readArticle = one('/articles');

/** The draft that a preview's token is for; the token tells its language. */
export const readPreview = (token) => ask(`${BASE}/preview/${encodeURIComponent(token)}`);

/** `{ newer, older }`: the cards before and after an article in its category. */
export const readNeighbours = (slug) => read(`/articles/${encodeURIComponent(slug)}/neighbours`);

/** Cards, newest first. `{ category, agency, official, limit, cursor }`, each optional. */
export const readArticles = (filters) => read('/articles', filters);

/** The default list, or the one of a slug. */
export const readLatestNews = (slug = null) => (slug === null ? read('/latest-news') : one('/latest-news')(slug));

export const readCategories = () => read('/categories');

export const readOfficials = (cursor = null) => read('/officials', { cursor });

export const readOfficial = one('/officials');

export const readAgencies = () => read('/agencies');

export const readAgency = one('/agencies');
