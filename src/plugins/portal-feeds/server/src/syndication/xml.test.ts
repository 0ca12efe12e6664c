import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { writableText } from '../../../../../vietnamese';
import { element, xmlDocument } from './xml';

/** What a strict parser reads: the root's `name` attribute and its text. Whatever is not well-formed throws. */
function read(xml: string): { name: string; text: string } {
  const found = { name: '', text: '' };
  let isInside = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ attributes }) => {
    found.name = String(attributes.name);
    isInside = true;
  });
  parser.on('closetag', () => (isInside = false));
  parser.on('text', (text) => (found.text += isInside ? text : ''));
  parser.write(xml).close();
  return found;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          ']]>',
          '<![CDATA[',
          '&amp;',
          '&',
          '<',
          '>',
          '"',
          "'",
          '<!--',
          '-->',
          '<?xml ?>',
          '\u0000',
          '\u0008',
          '\u001f',
        ],
        ...['\ufffe', '\uffff', '\ud800', '\udfff', '\u2028', '\u0085', '\r', '\r\n', '\t', '\u0338', '\u0301'],
        ...['😀', '👨‍👩‍👧', '\u202eTỉnh\u202c', '\u200f', '\u00a0', 'Thanh Hóa', 'hoà bình', ' '],
      ),
    )
    .map((pieces) => pieces.join('')),
);

it('carries any text whole, but for what XML forbids, in elements and in attributes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const xml = xmlDocument(element('title', { name: text }, text));
      expect(read(xml)).toEqual({ name: writableText(text), text: writableText(text) });
      expect(xml).toBe(xml.normalize('NFC'));
      expect(xml).not.toContain(']]>');
    }),
    { numRuns: 3_000 },
  );
});

it('keeps emoji and the marks of direction, and drops control characters', () => {
  const { text } = read(xmlDocument(element('title', {}, 'a\u0001\u202eb\u202c 👨‍👩‍👧\u{1f1fb}\u{1f1f3}')));
  expect(text).toBe('a\u202eb\u202c 👨‍👩‍👧\u{1f1fb}\u{1f1f3}');
});

it('leaves out what is absent, and never takes finished XML for text', () => {
  const xml = element('a', { href: undefined, rel: null, length: 0 }, null, false, element('b', {}), '<c>');
  expect(xml.source).toBe('<a length="0"><b/>&lt;c&gt;</a>');
});
