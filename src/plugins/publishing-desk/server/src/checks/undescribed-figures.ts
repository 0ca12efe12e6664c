import type { CheckedArticle, Finding } from './checked-article';

/** Pictures that body-editor will not let a person publish: with a file, without a description, not decorative. */
export function undescribedFigures({ body }: CheckedArticle): Finding[] {
  return (body?.content ?? [])
    .filter(({ type }) => type === 'figure')
    .map(({ attrs }, index) => ({ attrs, place: index + 1 }))
    .filter(({ attrs }) => attrs?.file !== null && attrs?.alt === null && !attrs.decorative)
    .map(({ place }) => ({ message: 'undescribed-figures', values: { place } }));
}
