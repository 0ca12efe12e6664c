import { foldEth, toNfc } from '../vietnamese/fold-letters';
import type { Block, Body, Inline, ListItem, TableRow } from './schema';

type Node = Block | Inline | ListItem | TableRow | NonNullable<TableRow['content']>[number];
type Text = Extract<Inline, { type: 'text' }>;

/**
 * The body with a link on the first place where some words stand and are not linked; the same body where there is none.
 * Words that marks divide are not found. NFC and NFD, Ð and Đ are the same.
 */
export function linkWords(body: Body, words: string, href: string): Body {
  const sought = foldEth(words);
  let isDone = sought === '';

  const visit = <One extends Node>(nodes: readonly One[]): One[] =>
    nodes.flatMap((node): One[] => {
      if (isDone) return [node];
      if (node.type === 'text') {
        const parts = linkedParts(node as Text, sought, href);
        isDone = parts !== null;
        return (parts as One[] | null) ?? [node];
      }
      if (!('content' in node) || !node.content) return [node];
      return [{ ...node, content: visit<Node>(node.content) }];
    });

  const content = visit(body.content);
  return isDone && sought !== '' ? { ...body, content } : body;
}

/** A text with its first such words linked; null where it has none, or is a link already. */
function linkedParts(node: Text, sought: string, href: string): Text[] | null {
  if (node.marks?.some(({ type }) => type === 'link')) return null;
  // What was typed stays as it is spelt.
  const text = toNfc(node.text);
  const start = foldEth(text).indexOf(sought);
  if (start < 0) return null;
  const end = start + sought.length;
  const link = { type: 'link' as const, attrs: { href } };
  const part = (from: number, to: number | undefined, marks: Text['marks']): Text[] => {
    const cut = text.slice(from, to);
    return cut === '' ? [] : [{ type: 'text', text: cut, ...(marks && { marks }) }];
  };
  return [
    ...part(0, start, node.marks),
    ...part(start, end, [link, ...(node.marks ?? [])]),
    ...part(end, undefined, node.marks),
  ];
}
