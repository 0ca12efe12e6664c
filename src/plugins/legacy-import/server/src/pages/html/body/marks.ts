import { type Mark } from '../../body-document';
import { type ElementNode } from '../page-tree';

const BY_NAME: Record<string, 'bold' | 'italic' | 'underline' | 'subscript' | 'superscript'> = {
  b: 'bold',
  strong: 'bold',
  em: 'italic',
  i: 'italic',
  cite: 'italic',
  dfn: 'italic',
  u: 'underline',
  ins: 'underline',
  sub: 'subscript',
  sup: 'superscript',
};
// Word and the editors after it write emphasis as styles.
const BY_STYLE: [RegExp, 'bold' | 'italic' | 'underline'][] = [
  [/(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i, 'bold'],
  [/(?:^|;)\s*font-style\s*:\s*italic/i, 'italic'],
  [/(?:^|;)\s*text-decoration(?:-line)?\s*:\s*underline/i, 'underline'],
];

/** The mark that an inline element gives its text, or null. Fonts, sizes and colours give none. */
export function ownMark(element: ElementNode, address: (href: string) => string | null): Mark | null {
  const { name, attributes } = element;
  // Emphasis or a link that was never ended was not meant for every block after its own.
  if (element.reopened) return null;
  if (name === 'a') {
    const href = address(attributes.href ?? '');
    return href ? { type: 'link', attrs: { href } } : null;
  }
  const type = BY_NAME[name] ?? BY_STYLE.find(([pattern]) => pattern.test(attributes.style ?? ''))?.[1];
  return type ? { type } : null;
}
