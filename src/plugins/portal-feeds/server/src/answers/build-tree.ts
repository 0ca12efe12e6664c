type Branch<Node> = Node & { children: Branch<Node>[] };

/**
 * A tree of a flat list in its order. What names no parent, or one that is not in the list, stands at the root; what
 * stands in a circle of parents is hung at the root where the circle begins, so that nothing is lost.
 */
export function buildTree<Item extends { id: string; parent: string | null }, Node>(
  items: Item[],
  finish: (item: Item) => Node,
): Branch<Node>[] {
  const branches = new Map(items.map((item) => [item.id, { ...finish(item), children: [] } as Branch<Node>]));
  const parentOf = new Map(items.map(({ id, parent }) => [id, parent]));
  const roots: Branch<Node>[] = [];
  const hung = new Set<string>();
  for (const { id, parent } of items) {
    const branch = branches.get(id)!;
    const siblings =
      parent !== null && !isAbove(id, parent, parentOf, hung) ? branches.get(parent)?.children : undefined;
    (siblings ?? roots).push(branch);
    if (!siblings) hung.add(id);
  }
  return roots;
}

/** Whether `id` is among the ancestors of `start`, or start itself; what hangs at the root has none. */
function isAbove(id: string, start: string, parentOf: Map<string, string | null>, hung: Set<string>): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = start; at && !seen.has(at); at = hung.has(at) ? null : parentOf.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
