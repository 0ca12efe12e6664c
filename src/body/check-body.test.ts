import { everyKind } from './fixtures/every-kind';
import { checkBody } from './check-body';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const linked = (href: unknown) =>
  doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }));
const figure = (attrs: object) => doc({ type: 'figure', attrs });
const cell = (attrs: object) =>
  doc({
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs, content: [paragraph()] }] }],
  });
const item = (...content: unknown[]) => ({ type: 'listItem', content });

const messages = (value: unknown) => {
  const result = checkBody(value);
  return result.ok ? [] : result.problems.map(({ message }) => message);
};

it('accepts every kind of node and returns it as it is', () => {
  expect(checkBody(everyKind)).toEqual({ ok: true, body: everyKind });
});

it('does not change what it checks', () => {
  const given = linked('https://e\u0301.example');
  const before = structuredClone(given);
  checkBody(given);
  expect(given).toEqual(before);
});

it('lets nothing through in the prototype', () => {
  const result = checkBody(
    doc(JSON.parse('{"type":"paragraph","__proto__":{"content":[{"type":"text","text":"x"}]}}')),
  );
  expect(result).toEqual({ ok: true, body: doc({ type: 'paragraph' }) });
  expect(result.ok && JSON.stringify(result.body)).toBe('{"type":"doc","content":[{"type":"paragraph"}]}');
  expect(result.ok && result.body.content[0] && 'content' in result.body.content[0]).toBe(false);
});

it('names the place and what is accepted there', () => {
  const list = {
    type: 'bulletList',
    content: [item(paragraph()), item(paragraph(), { type: 'heading', attrs: { level: 2 } })],
  };
  expect(messages(doc(paragraph(), list))).toEqual([
    'khối 2 › danh sách › mục 2 › tiêu đề: chỉ nhận đoạn văn, danh sách',
  ]);
  expect(messages(cell({ colspan: 0, rowspan: 101 }))).toEqual([
    'khối 1 › bảng › hàng 1 › ô 1: nhỏ nhất là 1',
    'khối 1 › bảng › hàng 1 › ô 1: lớn nhất là 100',
  ]);
  expect(messages(linked('javascript:alert(1)'))[0]).toMatch(/^khối 1 › đoạn văn › liên kết: địa chỉ không hợp lệ/);
});

it('says where in the document a problem lies', () => {
  const result = checkBody(doc(paragraph(), { type: 'heading', attrs: { level: 1 } }));
  expect(result).toEqual({
    ok: false,
    problems: [{ path: ['content', 1, 'attrs', 'level'], message: 'khối 2 › tiêu đề: chỉ nhận cấp 2, 3 hoặc 4' }],
  });
});

it.each([
  ['nothing', undefined],
  ['null', null],
  ['a string', 'x'],
  ['a list', []],
  ['an empty document', { type: 'doc' }],
  ['a document without blocks', doc()],
  ['another document', { type: 'div', content: [paragraph()] }],
  ['an unknown node', doc({ type: 'codeBlock' })],
  ['a node named like a property of every object', doc({ type: 'constructor' }, { type: '__proto__' })],
  ['a block that is no object', doc(3)],
  ['a node without a type', doc({})],
  ['an unknown property', doc({ type: 'paragraph', onclick: 'x' })],
  ['an unknown attribute', doc({ type: 'paragraph', attrs: { style: 'x' } })],
  ['an unknown mark', doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'code' }] }))],
  ['a mark twice', doc(paragraph({ type: 'text', text: 'x', marks: [{ type: 'bold' }, { type: 'bold' }] }))],
  ['marks that are no list', doc(paragraph({ type: 'text', text: 'x', marks: { type: 'bold' } }))],
  ['text that is no string', doc(paragraph({ type: 'text', text: 3 }))],
  ['text outside a paragraph', doc({ type: 'text', text: 'x' })],
  ['a heading 1', doc({ type: 'heading', attrs: { level: 1 } })],
  ['a heading without a level', doc({ type: 'heading' })],
  ['an empty list', doc({ type: 'bulletList' })],
  [
    'an item that begins with a list',
    doc({ type: 'bulletList', content: [item({ type: 'bulletList', content: [item(paragraph())] })] }),
  ],
  ['an item outside a list', doc(item(paragraph()))],
  ['a list that starts nowhere', doc({ type: 'orderedList', attrs: { start: 1.5 }, content: [item(paragraph())] })],
  ['a picture in a quote', doc({ type: 'blockquote', content: [{ type: 'figure' }] })],
  ['an empty table', doc({ type: 'table' })],
  ['a cell without content', doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell' }] }] })],
  ['a span that is text', cell({ colspan: '2' })],
  ['a decoration with a description', figure({ decorative: true, alt: 'x' })],
  ['a file that is no document id', figure({ file: 'x" onerror="y' })],
  ['a caption that is too long', figure({ caption: '😀'.repeat(1_001) })],
  ['a caption that is null', figure({ caption: null })],
])('refuses %s', (_name, value) => {
  expect(checkBody(value).ok).toBe(false);
});

it('counts a caption in code points', () => {
  expect(messages(figure({ caption: '😀'.repeat(1_000) }))).toEqual([]);
});

it('repeats no markup of the caller', () => {
  const [message] = messages(doc({ type: 'paragraph', '<img onerror=x>': 1 }));
  expect(message).toBe('khối 1 › đoạn văn: không nhận thuộc tính lạ không rõ');
});

it('gives at most twenty problems', () => {
  expect(messages(doc(...Array.from({ length: 100 }, () => 3)))).toHaveLength(20);
});
