import type { Block } from '../../../../../contract';
import { usePortal } from '../portal';

/** Fewer headings are found by scrolling. */
const LEAST = 3;

const ID = /^<h[2-4] id="([^"]+)">/;

/** “Trong bài”: links to the headings of the text, where there are some. */
export function Contents({ blocks }: { blocks: readonly Block[] }) {
  const { text } = usePortal();
  const headings = blocks.flatMap((block) => {
    const id = block.type === 'heading' && block.level < 4 ? ID.exec(block.html)?.[1] : undefined;
    return id === undefined || block.type !== 'heading' ? [] : [{ id, level: block.level, text: block.text }];
  });
  if (headings.length < LEAST) return null;
  return (
    <nav class="contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">{text('inThisArticle')}</h2>
      <ol>
        {headings.map(({ id, level, text: title }) => (
          <li key={id} class={level > 2 ? 'contents-lower' : undefined}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
