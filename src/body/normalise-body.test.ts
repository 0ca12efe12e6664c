import { checkBody } from './check-body';
import { writableText } from '../vietnamese';
import { cleanAddress } from './link-address';
import { normaliseBody } from './normalise-body';

it('leaves out what the editor writes on its own and fills in defaults', () => {
  const written = {
    type: 'doc',
    content: [
      { type: 'paragraph', attrs: { textAlign: null }, content: [] },
      {
        type: 'orderedList',
        attrs: { start: 1, type: null },
        content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: {} }] }],
      },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              {
                type: 'tableHeader',
                attrs: { colspan: 2, rowspan: 1, colwidth: [10, 20], align: null },
                content: [{ type: 'paragraph' }],
              },
            ],
          },
        ],
      },
      { type: 'figure', attrs: { caption: 'x' } },
    ],
  };
  expect(normaliseBody(written)).toEqual({
    type: 'doc',
    content: [
      { type: 'paragraph' },
      { type: 'orderedList', attrs: { start: 1 }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [{ type: 'paragraph' }] }],
          },
        ],
      },
      { type: 'figure', attrs: { file: null, caption: 'x', credit: '', alt: null, decorative: false } },
    ],
  });
});

it('keeps of a link its address, and puts marks in order', () => {
  const attrs = { href: '/x', target: '_blank', rel: 'nofollow', class: null, title: null };
  const text = { type: 'text', text: 'x', marks: [{ type: 'italic' }, { type: 'bold' }, { type: 'link', attrs }] };
  expect(normaliseBody(text)).toEqual({
    type: 'text',
    text: 'x',
    marks: [{ type: 'link', attrs: { href: '/x' } }, { type: 'bold' }, { type: 'italic' }],
  });
});

it.each(['', ' \u00a0\n', '\u0000'])('takes a text alternative of nothing for one that is unknown: %j', (alt) => {
  const figure = { type: 'figure', attrs: { file: 'abc123', alt } };
  expect(normaliseBody(figure)).toHaveProperty('attrs.alt', null);
  expect(normaliseBody({ ...figure, attrs: { alt: ' Cầu ' } })).toHaveProperty('attrs.alt', ' Cầu ');
});

it('takes marks from breaks and drops texts that are empty once cleaned', () => {
  const content = [
    { type: 'hardBreak', marks: [{ type: 'bold' }] },
    { type: 'text', text: '\u0000\ud800' },
  ];
  expect(normaliseBody({ type: 'paragraph', content })).toEqual({
    type: 'paragraph',
    content: [{ type: 'hardBreak' }],
  });
});

it('strips what XML forbids, composes, and keeps everything else', () => {
  expect(writableText('a\u0000\u0008\ufffe\uffff\udfffb\ud800')).toBe('ab');
  expect(writableText('Ti\u00ea\u0301ng')).toBe('Tiếng');
  const kept = 'hoà hòa\u00a0\u200b\u202e\t\n\r]]> \u2028 💧 thànhphố';
  expect(writableText(kept)).toBe(kept);
});

it('keeps the bytes of an address in another form', () => {
  expect(cleanAddress('/tệp.pdf')).toBe('/tệp.pdf');
  expect(cleanAddress('/uploads/a.pdf?signature=17.a_b-c#page=2')).toBe('/uploads/a.pdf#page=2');
  expect(cleanAddress('https://cms.vn/uploads/a.pdf?signature=17.a')).toBe('https://cms.vn/uploads/a.pdf');
  expect(cleanAddress('https://khac.vn/a.pdf?signature=17.a')).toBe('https://khac.vn/a.pdf?signature=17.a');
  expect(cleanAddress('/te\u0302p.pdf')).toBe('/te%CC%82p.pdf');
  expect(cleanAddress('/\ud800e\u0301')).toBe('/\ud800e\u0301');
});

it('neither repairs an address in a body nor respells it', () => {
  const linked = (href: string) => {
    const marks = [{ type: 'link', attrs: { href } }];
    return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }] };
  };
  for (const href of ['java\u0000script:alert(1)', '/\u0001x', '/x\ud800'])
    expect(checkBody(linked(href)).ok).toBe(false);
  expect(checkBody(linked('/te\u0302p.pdf'))).toEqual({ ok: true, body: linked('/te%CC%82p.pdf') });
});
