import fc from 'fast-check';
import { buildTree } from './build-tree';

const node = (id: string, parent: string | null) => ({ id, parent });
const tree = (items: { id: string; parent: string | null }[]) => buildTree(items, ({ id }) => ({ id }));

it('hangs each item under its parent, in the order given', () => {
  expect(tree([node('a', null), node('b', 'a'), node('c', null), node('d', 'a'), node('e', 'b')])).toEqual([
    {
      id: 'a',
      children: [
        { id: 'b', children: [{ id: 'e', children: [] }] },
        { id: 'd', children: [] },
      ],
    },
    { id: 'c', children: [] },
  ]);
});

it('hangs at the root what names a parent that is not there', () => {
  expect(tree([node('a', 'gone')])).toEqual([{ id: 'a', children: [] }]);
});

it('shows every item once, whatever circles the parents make', () => {
  const items = fc
    .array(fc.nat(6), { minLength: 7, maxLength: 7 })
    .map((parents) => parents.map((parent, index) => node(String(index), parent === 6 ? null : String(parent))));
  fc.assert(
    fc.property(items, (given) => {
      const shown: string[] = [];
      const walk = (branches: ReturnType<typeof tree>): void =>
        branches.forEach((branch) => {
          shown.push(branch.id);
          walk(branch.children as ReturnType<typeof tree>);
        });
      walk(tree(given));
      expect(shown.sort()).toEqual(given.map(({ id }) => id).sort());
    }),
  );
});
