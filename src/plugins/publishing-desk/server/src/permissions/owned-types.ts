import { ARTICLE } from '../article-type';

/** The types whose documents belong to the agency in their attribute `agency`. */
export const OWNED: ReadonlySet<string> = new Set([ARTICLE]);
