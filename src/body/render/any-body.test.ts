import { load } from 'cheerio';
import fc from 'fast-check';
import { checkBody } from '../check-body';
import { normaliseBody } from '../normalise-body';
import type { Block, Body, Flow, Inline, Mark } from '../schema';
import { placeFiles } from './place-files';
import { toBlocks } from './to-blocks';
import { toHtml } from './to-html';
import { toText } from './to-text';

const nasty = fc.constantFrom(
  '</script><script>alert(1)</script>',
  '" onerror="alert(1)',
  "' onload='x",
  '<figure data-file="a"><img data-file="a" alt="">',
  ']]>',
  '&lt;',
  '<!--',
  '\u0338',
  '\ud800',
  '\ufffe\u0000',
  'e\u0301\u00a0',
  '\u2028\u202e',
);
const words = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', minLength: 1, maxLength: 8 })), {
  minLength: 1,
  maxLength: 4,
});
const text = words.map((parts) => `${parts.join('')}x`);
const href = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom('/tin-tuc/a?b="1"&c=<d>', '#x', 'mailto:a@b.vn', 'tel:+84', "/'onclick='x"),
);
const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom('bold', 'italic', 'underline', 'subscript', 'superscript').map((type) => ({ type }) as Mark),
  href.map((address): Mark => ({ type: 'link', attrs: { href: address } })),
);
const inline: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant('text' as const),
      text,
      marks: fc.uniqueArray(mark, { selector: ({ type }) => type }),
    }),
    fc.constant({ type: 'hardBreak' as const }),
  ),
  { maxLength: 5 },
);
const paragraph = inline.map((content) => ({ type: 'paragraph' as const, content }));
const { flow } = fc.letrec<{ flow: Flow; item: unknown }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    paragraph,
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((content) => ({ type: 'bulletList', content }) as Flow),
    fc
      .record({
        start: fc.integer({ min: -9, max: 99 }),
        content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
      })
      .map(({ start, content }) => ({ type: 'orderedList', attrs: { start }, content }) as Flow),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('flow'), { maxLength: 2 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] })),
}));
const flows = fc.array(flow, { minLength: 1, maxLength: 3 });
const span = fc.integer({ min: 1, max: 100 });
const cell = fc.record({
  type: fc.constantFrom('tableCell' as const, 'tableHeader' as const),
  attrs: fc.record({ colspan: span, rowspan: span }),
  content: flows,
});
const row = fc.record({ type: fc.constant('tableRow' as const), content: fc.array(cell, { maxLength: 3 }) });
const figure = fc.record({
  file: fc.option(fc.constantFrom('a', 'gone', 'zz-Z_9')),
  caption: text,
  credit: text,
  alt: fc.option(text),
  decorative: fc.constant(false),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  flow,
  fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.constantFrom(2, 3, 4) }),
    content: inline,
  }),
  fc.record({ type: fc.constant('blockquote' as const), content: flows }),
  fc.record({ type: fc.constant('table' as const), content: fc.array(row, { minLength: 1, maxLength: 3 }) }),
  figure.map((attrs) => ({ type: 'figure' as const, attrs })),
  fc.constant({ type: 'horizontalRule' as const }),
) as fc.Arbitrary<Block>;
const anyBody = fc.record({
  type: fc.constant('doc' as const),
  content: fc.array(block, { minLength: 1, maxLength: 6 }),
});

const checked = (value: unknown): Body => {
  const result = checkBody(value);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.body;
};

function textsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'text' in node && typeof node.text === 'string' ? [node.text] : [];
  const caption = 'caption' in node && typeof node.caption === 'string' ? [node.caption] : [];
  return [...own, ...caption, ...Object.values(node).flatMap(textsIn)];
}

const ELEMENTS = new Set(
  'html head body p h2 h3 h4 ul ol li blockquote div table thead tbody tr th td figure img figcaption small hr br strong em u sub sup a'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'href rel start class scope colspan rowspan data-file alt src srcset width height loading decoding'.split(' '),
);
const files = new Map([['a', { url: '/a".jpg', width: 9, height: 9, formats: [{ url: '/s>.jpg', width: 3 }] }]]);

it('renders every body to HTML of known elements and attributes, with nothing that runs', () => {
  fc.assert(
    fc.property(anyBody, (given) => {
      const body = checked(given);
      for (const html of [
        toHtml(body),
        placeFiles(toHtml(body), files),
        ...toBlocks(body).map((b) => ('html' in b ? b.html : '')),
      ]) {
        const page = load(html);
        const elements = page('*').toArray() as unknown as { name: string; attribs: Record<string, string> }[];
        expect(elements.map(({ name }) => name).filter((name) => !ELEMENTS.has(name))).toEqual([]);
        const attributes = elements.flatMap(({ attribs }) => Object.keys(attribs));
        expect(attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
        const addresses = elements.flatMap(({ attribs }) => attribs.href ?? []);
        expect(addresses.filter((address) => !/^(?:https?:|mailto:|tel:|\/|#)/.test(address))).toEqual([]);
        expect(html.normalize('NFC')).toBe(html);
      }
    }),
    { numRuns: 100 },
  );
});

it('keeps every text and caption in the plain text', () => {
  fc.assert(
    fc.property(anyBody, (given) => {
      const flat = (value: string) => value.replace(/\s/g, '').normalize('NFC');
      const whole = flat(toText(checked(given)));
      expect(textsIn(checked(given)).filter((part) => !whole.includes(flat(part)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

it('shows the text of every block in its HTML', () => {
  fc.assert(
    fc.property(anyBody, (given) => {
      const flat = (value: string) => value.replace(/\s/g, '').normalize('NFC');
      for (const shown of toBlocks(checked(given))) {
        if ('html' in shown) expect(flat(load(shown.html).text())).toBe(flat(shown.text));
      }
    }),
    { numRuns: 100 },
  );
});

it('spells a document once: normalising and checking again change nothing', () => {
  fc.assert(
    fc.property(anyBody, (given) => {
      const once = normaliseBody(given);
      expect(normaliseBody(once)).toEqual(once);
      expect(checked(checked(given))).toEqual(checked(given));
    }),
    { numRuns: 100 },
  );
});

it('answers any value without throwing', () => {
  fc.assert(
    fc.property(fc.anything({ maxDepth: 5, withNullPrototype: true, withDate: true, withMap: true }), (value) => {
      expect(typeof checkBody({ type: 'doc', content: [value] }).ok).toBe('boolean');
    }),
    { numRuns: 1_000 },
  );
});
