import { checkBody } from './check-body';
import { linkWords } from './link-words';
import type { Block, Body } from './schema';

const HREF = '/chi-dao-dieu-hanh/nghi-quyet-58-nq-tw';
const link = { type: 'link' as const, attrs: { href: HREF } };

const body = (...content: Block[]): Body => ({ type: 'doc', content });
const text = (words: string, ...marks: object[]) => ({
  type: 'text' as const,
  text: words,
  ...(marks[0] && { marks }),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content }) as Block;

it.each([
  ['in a sentence', [text('Theo 58-NQ/TW, tỉnh')], [text('Theo '), text('58-NQ/TW', link), text(', tỉnh')]],
  ['as a whole text', [text('58-NQ/TW')], [text('58-NQ/TW', link)]],
  ['twice: the first', [text('58-NQ/TW 58-NQ/TW')], [text('58-NQ/TW', link), text(' 58-NQ/TW')]],
  [
    'in bold',
    [text('a 58-NQ/TW', { type: 'bold' })],
    [text('a ', { type: 'bold' }), text('58-NQ/TW', link, { type: 'bold' })],
  ],
  [
    'behind one that is linked',
    [text('58-NQ/TW', { type: 'link', attrs: { href: '#a' } }), text(' và 58-NQ/TW')],
    [text('58-NQ/TW', { type: 'link', attrs: { href: '#a' } }), text(' và '), text('58-NQ/TW', link)],
  ],
])('links words %s', (_, before, after) => {
  const linked = linkWords(body(paragraph(...before)), '58-NQ/TW', HREF);
  expect(linked).toEqual(body(paragraph(...after)));
  expect(checkBody(linked)).toMatchObject({ ok: true });
});

it('finds words in lists, however they are composed, and spells them as they were', () => {
  const decision = paragraph(text('Quyết định 12/Q\u00d0-UBND'.normalize('NFD')));
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [decision] }] } as Block;
  expect(JSON.stringify(linkWords(body(paragraph(text('Mở đầu.')), list), '12/QĐ-UBND', HREF))).toContain(
    JSON.stringify([text('Quyết định '), text('12/Q\u00d0-UBND', link)]),
  );
});

it('gives back a body that has not these words', () => {
  const given = body(paragraph(text('58-'), text('NQ/TW', { type: 'bold' })));
  expect(linkWords(given, '58-NQ/TW', HREF)).toBe(given);
  expect(linkWords(given, '', HREF)).toBe(given);
});
