import type { BodyNode, CheckedArticle } from './checked-article';
import { linksOf } from './internal-links';
import { undescribedFigures } from './undescribed-figures';

const linked = (href: string, text: string): BodyNode => ({
  type: 'text',
  text,
  marks: [{ type: 'bold' }, { type: 'link', attrs: { href } }],
});
const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });
const doc = (...content: BodyNode[]): BodyNode => ({ type: 'doc', content });

it('reads the words of each link once, also in a list and where a mark breaks them', () => {
  const list: BodyNode = {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [paragraph(linked('/b', 'hai'))] }],
  };
  const body = doc(
    paragraph(linked('/a', 'một '), linked('/a', 'nữa'), { type: 'text', text: ' và ' }),
    list,
    paragraph(linked('/a', 'lại '), linked('/a', 'một')),
  );
  expect([...linksOf(body)]).toEqual([
    ['/a', 'một nữa'],
    ['/b', 'hai'],
  ]);
  expect(linksOf(null).size).toBe(0);
});

it('counts pictures as an editor does, and finds those without a description', () => {
  const figure = (attrs: object): BodyNode => ({
    type: 'figure',
    attrs: { file: 'x', caption: '', alt: null, decorative: false, ...attrs },
  });
  const body = doc(figure({ alt: 'Cầu' }), figure({ decorative: true }), figure({ file: null }), figure({}));
  expect(undescribedFigures({ body } as CheckedArticle)).toEqual([
    { message: 'undescribed-figures', values: { place: 4 } },
  ]);
});
