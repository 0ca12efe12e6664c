import { doubtfulNumbers } from '../../../../../vietnamese';
import type { CheckedArticle, Finding } from './checked-article';

/** What looks like a document's number and does not read as one. */
export const documentNumbers = ({ text }: CheckedArticle): Finding[] =>
  doubtfulNumbers(text).map((written) => ({ message: 'document-numbers', values: { written } }));
