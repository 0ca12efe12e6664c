import type { Block, Body, Figure, Inline, ListItem } from '../../../../../body/schema';
import type { CheckedArticle } from './checked-article';
import { linksOf } from './internal-links';
import { undescribedFigures } from './undescribed-figures';

const linked = (href: string, text: string): Inline => ({
  type: 'text',
  text,
  marks: [{ type: 'bold' }, { type: 'link', attrs: { href } }],
});
const paragraph = (...content: Inline[]): ListItem['content'][0] => ({ type: 'paragraph', content });
const doc = (...content: Block[]): Body => ({ type: 'doc', content });

it('reads the words of each link once, also in a list and where a mark breaks them', () => {
  const list: Block = {
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
  const figure = (attrs: Partial<Figure['attrs']>): Block => ({
    type: 'figure',
    attrs: { file: 'x', caption: '', credit: '', alt: null, decorative: false, ...attrs },
  });
  const body = doc(figure({ alt: 'Cầu' }), figure({ decorative: true }), figure({ file: null }), figure({}));
  expect(undescribedFigures({ body } as CheckedArticle)).toEqual([
    { message: 'undescribed-figures', values: { place: 4 } },
  ]);
});
