import type { Block } from '../schema';
import { placeFiles } from './place-files';
import { toHtml } from './to-html';

const figure = (attrs: Partial<Extract<Block, { type: 'figure' }>['attrs']>): Block => ({
  type: 'figure',
  attrs: { file: 'abc123', caption: '', credit: '', alt: null, decorative: false, ...attrs },
});
const html = (...content: Block[]) => toHtml({ type: 'doc', content });
const none = new Map<string, never>();

it('fills in address, sizes and formats, smallest first', () => {
  const file = {
    url: '/uploads/a b,c.jpg?x=1&y="2"',
    width: 1200,
    height: 800,
    formats: [
      { url: '/uploads/m.jpg', width: 750 },
      { url: '/uploads/s.jpg', width: 500 },
    ],
  };
  const placed = placeFiles(html(figure({ alt: 'Cầu', caption: 'Cầu mới' })), new Map([['abc123', file]]));
  expect(placed).toBe(
    '<figure><img src="/uploads/a b,c.jpg?x=1&amp;y=&quot;2&quot;" ' +
      'srcset="/uploads/s.jpg 500w, /uploads/m.jpg 750w, /uploads/a%20b%2Cc.jpg?x=1&amp;y=&quot;2&quot; 1200w" ' +
      'width="1200" height="800" alt="Cầu" loading="lazy" decoding="async"><figcaption>Cầu mới</figcaption></figure>',
  );
});

it('gives a file without sizes its address alone', () => {
  const placed = placeFiles(html(figure({})), new Map([['abc123', { url: 'https://cdn.example/a.svg', width: null }]]));
  expect(placed).toBe('<figure><img src="https://cdn.example/a.svg" alt="" loading="lazy" decoding="async"></figure>');
});

it('keeps the caption of a file that is gone, and nothing of one without', () => {
  const missing = '<figure class="missing"><figcaption>Cầu <small class="credit">Ảnh: A</small></figcaption></figure>';
  expect(placeFiles(html(figure({ caption: 'Cầu', credit: 'A' })), none)).toBe(missing);
  expect(placeFiles(html(figure({ credit: 'A' })), none)).toBe('');
  expect(placeFiles(html({ type: 'horizontalRule' }, figure({}), { type: 'horizontalRule' }), none)).toBe(
    '<hr>\n\n<hr>',
  );
});

it('adds the licence of a file, and its credit where the figure gives none, in the language of the body', () => {
  const file = { url: '/a.jpg', credit: 'Minh <Hằng>', licence: 'CC BY "4.0"' };
  const captionOf = (attrs: object, options?: { locale: string }) =>
    /<figcaption>.*<\/figcaption>/.exec(placeFiles(html(figure(attrs)), new Map([['abc123', file]]), options))?.[0];
  const licence = '<small class="licence">(CC BY &quot;4.0&quot;)</small>';
  const credit = '<small class="credit">Ảnh: Minh &lt;Hằng&gt;</small>';
  expect(captionOf({})).toBe(`<figcaption>${credit} ${licence}</figcaption>`);
  expect(captionOf({ caption: 'Cầu' })).toBe(`<figcaption>Cầu ${credit} ${licence}</figcaption>`);
  expect(captionOf({ caption: 'Cầu', credit: 'VGP' })).toBe(
    `<figcaption>Cầu <small class="credit">Ảnh: VGP</small> ${licence}</figcaption>`,
  );
  expect(captionOf({}, { locale: 'en' })).toContain('Photo: Minh');
});

it('leaves text that looks like a picture alone', () => {
  const text = '<figure data-file="abc123"><img data-file="abc123" alt=""></figure>';
  const rendered = html({ type: 'paragraph', content: [{ type: 'text', text }] }, figure({ alt: text, caption: text }));
  const placed = placeFiles(rendered, new Map([['abc123', { url: '/a.jpg' }]]));
  expect(placed.match(/<img /g)).toHaveLength(1);
  expect(placed).toContain('<p>&lt;figure data-file=&quot;abc123&quot;');
});

it('does not fall over HTML that no renderer wrote', () => {
  for (const odd of [
    '<figure data-file="',
    '<figure data-file="x"><img data-file="y" alt=""></figure>',
    '</figure>',
    '',
  ]) {
    expect(placeFiles(odd, none)).toBe(odd);
  }
});
