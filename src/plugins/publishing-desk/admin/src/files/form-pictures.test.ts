import { formPictures } from './form-pictures';

const figure = (file: string | null) => ({ type: 'figure', attrs: { file } });
const body = { type: 'doc', content: [figure('c'), { type: 'paragraph' }, figure(null), figure('a')] };

it('finds the pictures of media fields and of the body, each once', () => {
  const picture = (documentId: string) => ({ id: 1, documentId, mime: 'image/png' });
  const values = {
    title: 'Bài',
    cover: picture('a'),
    attachments: [picture('b'), { id: 3, documentId: 'pdf', mime: 'application/pdf' }],
    category: { connect: [{ documentId: 'x' }] },
    summary: null,
  };
  expect(formPictures({ ...values, body })).toEqual(['a', 'b', 'c']);
  expect(formPictures({ body: JSON.stringify(body) })).toEqual(['c', 'a']);
});

it('finds none in a form without', () => {
  for (const nothing of [undefined, null, '', '{', 3]) expect(formPictures({ body: nothing, cover: null })).toEqual([]);
});
