import { elementOf, type PastedNode } from './pasted-tree';

/** What is in a node of the page's DOM: text and elements, no comments. */
export function treeOf(parent: Node): PastedNode[] {
  return [...parent.childNodes].flatMap((node): PastedNode[] => {
    if (node instanceof Text) return [{ kind: 'text', text: node.data }];
    if (!(node instanceof Element)) return [];
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    return [elementOf(node.nodeName, attributes, treeOf(node))];
  });
}
