import { type HtmlNode, htmlElement } from '../../../../../body/read-html/html-tree';
import { POLICIES } from '../../../../../body/read-html/policies';
import { readHtml } from '../../../../../body/read-html/read-html';
import { plainParagraph } from '../../../../../body/nodes';
import type { Block } from '../../../../../body/schema';
import { isLeftOutPicture, pendingFile } from './pending-picture';

/** Pasted markup as blocks of a body. Pictures come as figures that are pending; the caption of one left out is text. */
export function readPasted(nodes: HtmlNode[]): Block[] {
  const { content, pictures } = readHtml(htmlElement('body', {}, nodes), { policy: POLICIES.clipboard, page: null });
  let shown = 0;
  return content.flatMap((block): Block[] => {
    if (block.type !== 'figure') return [block];
    const file = pendingFile(pictures[shown]?.src ?? '');
    const { caption } = block.attrs;
    shown += 1;
    const figure = { ...block, attrs: { ...block.attrs, file } };
    return isLeftOutPicture(file) && caption !== '' ? [figure, plainParagraph(caption)] : [figure];
  });
}
