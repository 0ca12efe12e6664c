import type { Context } from 'koa';
import { DEFAULT_LOCALE } from '../../../../vietnamese/default-locale';

/** The locale that a request of the panel names in `?locale=`; the default one where it names none. */
export function localeOfQuery({ query: { locale } }: Context): string {
  return typeof locale === 'string' && locale !== '' ? locale : DEFAULT_LOCALE;
}
