type Branch<Node> = Node & { children: Branch<Node>[] };

/**
 * Builds a tree from a flat list and keeps the order of siblings. An item without a parent, or with one that is not in
 * the list, is a root; in a cycle of parents the first item becomes a root, so that no item is lost.
 */
export function buildTree<Item extends { id: string; parent: string | null }, Node>(
  items: Item[],
  finish: (item: Item) => Node,
): Branch<Node>[] {
  const branches = new Map(items.map((item) => [item.id, { ...finish(item), children: [] } as Branch<Node>]));
  const parentOf = new Map(items.map(({ id, parent }) => [id, parent]));
  const roots: Branch<Node>[] = [];
  const rootIds = new Set<string>();
  for (const { id, parent } of items) {
    const branch = branches.get(id)!;
    const siblings =
      parent !== null && !isAbove(id, parent, parentOf, rootIds) ? branches.get(parent)?.children : undefined;
    (siblings ?? roots).push(branch);
    if (!siblings) rootIds.add(id);
  }
  return roots;
}

/** Whether `id` is `start` or one of its ancestors; roots have none. */
function isAbove(id: string, start: string, parentOf: Map<string, string | null>, rootIds: Set<string>): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = start; at && !seen.has(at); at = rootIds.has(at) ? null : parentOf.get(at)) {
    if (at === id) return true;
    seen.add(at);
  }
  return false;
}
