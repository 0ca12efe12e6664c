import { classWords } from '../../../../../../body/read-html/html-tree';
import type { PageLine } from './page-lines';
import { contains, type ElementNode, holderOf, type PageNode } from './page-tree';

const TAGS = new Set(['nav', 'footer', 'aside', 'menu', 'search']);
const WORDS = new Set(
  (
    'breadcrumb breadcrumbs share sharing sharer social addthis addtoany fb facebook zalo zoom zoomin zoomout toolbar ' +
    'tool tools related relate latest newest other others tinkhac tinlienquan lienquan sidebar footer nav navbar menu ' +
    'comment comments print printing pagination pager paging rating vote hits viewcount copyright banner advert'
  ).split(' '),
);
// No button or menu holds a line of prose this long: an element that does is the article's, whatever its class says.
const PROSE = 100;

const isNamedBoilerplate = (element: ElementNode) =>
  TAGS.has(element.name) || classWords(element).some((word) => WORDS.has(word));

/**
 * The outermost elements that, by their tag, class or id, are menus, share bars or boxes of other news, and that hold
 * neither the date line nor prose: class names are only a hint, and unclosed tags may put the article inside one.
 */
export function boilerplateElements(body: ElementNode, lines: PageLine[], date: PageNode): ElementNode[] {
  const prose = lines.filter(({ text, onlyLinks }) => !onlyLinks && text.length >= PROSE);
  const holdsProse = holderOf(prose.flatMap(({ nodes: [first] }) => first ?? []));
  const found: ElementNode[] = [];
  const visit = (element: ElementNode): void => {
    const holdsArticle = contains(element, date) || holdsProse(element);
    if (!holdsArticle && isNamedBoilerplate(element)) found.push(element);
    else for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(body);
  return found;
}
