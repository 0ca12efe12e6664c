import { composeText } from './compose-text';

test('reads marks, one within another', () => {
  expect(composeText('Nộp ở **H~mới~** và [cổng](https://a.vn), *xong*.')).toEqual([
    { type: 'text', text: 'Nộp ở ' },
    { type: 'text', text: 'H', marks: [{ type: 'bold' }] },
    { type: 'text', text: 'mới', marks: [{ type: 'bold' }, { type: 'subscript' }] },
    { type: 'text', text: ' và ' },
    { type: 'text', text: 'cổng', marks: [{ type: 'link', attrs: { href: 'https://a.vn' } }] },
    { type: 'text', text: ', ' },
    { type: 'text', text: 'xong', marks: [{ type: 'italic' }] },
    { type: 'text', text: '.' },
  ]);
});

test('leaves ordinary text as it is', () => {
  expect(composeText('Số 123/QĐ-UBND, 16,2 ha [bản nháp]')).toEqual([
    { type: 'text', text: 'Số 123/QĐ-UBND, 16,2 ha [bản nháp]' },
  ]);
});
