import type { Core } from '@strapi/strapi';
import type { RecordAnswers } from '../../../../../contract';
import { linkWords } from '../../../../../body/link-words';
import { documentNumbersIn } from '../../../../../vietnamese';
import type { CheckedArticle, Finding } from './checked-article';
import { linksOf } from './internal-links';

/** Nobody names more documents in one text; each is looked up by itself. */
const MOST_NUMBERS = 50;

/** Published directives that the body names by their number and does not link, in the order of the text. */
export async function unlinkedDirectives(
  strapi: Core.Strapi,
  { text, body, locale }: CheckedArticle,
): Promise<Finding[]> {
  if (!body) return [];
  const records: RecordAnswers = strapi.plugin('public-record').service('answers');
  const addresses = strapi.plugin('portal-feeds').service('addresses');
  const hrefs = [...linksOf(body).keys()];
  const found: Finding[] = [];
  for (const { written } of documentNumbersIn(text).slice(0, MOST_NUMBERS)) {
    const { data } = (await records.directives(locale, { number: written, limit: 2 })).answer;
    for (const { slug, number, abstract } of data) {
      const url = new URL(addresses.page('directive', slug, locale));
      const href = url.pathname;
      const isLinked = hrefs.some((one) => URL.canParse(one, url.href) && new URL(one, url).href === url.href);
      if (isLinked || linkWords(body, written, href) === body) continue;
      const name = `${number}: ${abstract}`;
      found.push({
        message: 'unlinked-directives',
        values: { number, abstract },
        link: { words: written, href, name },
      });
    }
  }
  return found;
}
