import { type HtmlNode, htmlElement } from '../../../../../body/read-html/html-tree';

/** What is in a node of the page's DOM: text and elements, no comments. */
export function treeOf(parent: Node): HtmlNode[] {
  return [...parent.childNodes].flatMap((node): HtmlNode[] => {
    if (node instanceof Text) return [{ kind: 'text', text: node.data }];
    if (!(node instanceof Element)) return [];
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
    return [htmlElement(node.nodeName, attributes, treeOf(node))];
  });
}
