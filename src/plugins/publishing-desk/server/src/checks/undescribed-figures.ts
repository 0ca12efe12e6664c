import { undescribedPictures } from '../../../../../body/figures';
import type { CheckedArticle, Finding } from './checked-article';

/** Pictures that body-editor will not let a person publish. */
export const undescribedFigures = ({ body }: CheckedArticle): Finding[] =>
  (body ? undescribedPictures(body) : []).map(({ place }) => ({ message: 'undescribed-figures', values: { place } }));
