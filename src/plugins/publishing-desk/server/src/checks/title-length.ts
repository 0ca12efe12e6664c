import { shortTitle, toNfc } from '../../../../../vietnamese';
import type { CheckedArticle, Finding } from './checked-article';

/** A title that the portal's lists would shorten. */
export function titleLength({ title }: CheckedArticle): Finding[] {
  const whole = toNfc(title);
  const short = shortTitle(whole);
  return short === whole ? [] : [{ message: 'title-length', values: { length: [...whole].length, short } }];
}
