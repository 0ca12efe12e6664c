import { checkBody } from './check-body';

const problem = (value: unknown) => {
  const result = checkBody(value);
  return result.ok ? null : result.problems[0]?.message;
};

function nestedLists(levels: number): unknown {
  let node: unknown = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: '/' } }] }],
  };
  for (let level = 0; level < levels; level += 1) {
    node = { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, node] }] };
  }
  return { type: 'doc', content: [node] };
}

it('refuses hostile depth without overflowing the stack', () => {
  const inLists = JSON.parse('{"type":"doc","content":['.repeat(100_000) + ']}'.repeat(100_000));
  const inArrays = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  for (const value of [inLists, inArrays, nestedLists(100_000)]) expect(problem(value)).toMatch(/lồng nhau quá sâu/);
});

it('refuses a document that contains itself', () => {
  const circle: { type: string; content: unknown[] } = { type: 'doc', content: [] };
  circle.content.push(circle);
  expect(problem(circle)).toMatch(/lồng nhau quá sâu/);
});

it('accepts as many levels as it says', () => {
  // The document, fifteen lists and their items, and a text.
  expect(problem(nestedLists(14))).toBeNull();
  expect(problem(nestedLists(17))).toMatch(/nhiều nhất là 32 cấp/);
});

it('refuses too many nodes and too many bytes', () => {
  const paragraphs = (count: number, text: string) => ({
    type: 'doc',
    content: Array.from({ length: count }, () => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });
  expect(problem(paragraphs(25_000, 'x'))).toBeNull();
  expect(problem(paragraphs(25_001, 'x'))).toMatch(/nhiều nhất là 50.000 phần tử/);
  expect(problem(paragraphs(2, 'ế'.repeat(800_000)))).toBeNull();
  expect(problem(paragraphs(2, 'ế'.repeat(900_000)))).toMatch(/nhiều nhất là 5 MB/);
  expect(problem({ type: 'doc', ['k'.repeat(5_000_001)]: 1 })).toMatch(/nhiều nhất là 5 MB/);
});
