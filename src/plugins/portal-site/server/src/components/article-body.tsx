import { renderToString } from 'preact-render-to-string';
import type { Block, Image } from '../../../../../contract';
import { usePortal } from '../portal';
import type { Text } from '../words';
import { Picture } from './picture';
import { Script } from './script';

const NAMES_ITSELF = /^\s*(ảnh|nguồn|minh họa|photo|source|image|illustration)\b/iu;
const SIZES = '(min-width: 48rem) 38rem, 100vw';

/** `Ảnh: Minh Hằng`; a credit that says itself what it is stays as it was typed. */
const creditLine = (credit: string, text: Text): string =>
  NAMES_ITSELF.test(credit) ? credit : text('photoCredit', { credit });

/** A picture of the body with what is said under it; without a file, as an old page's lost picture, its caption alone. */
function Figure({ image, isFirst, text }: { image: Image; isFirst: boolean; text: Text }) {
  const { caption, credit, licence } = image;
  const says = caption || credit || licence;
  if (!image.url && !says) return null;
  return (
    <figure class={image.url ? undefined : 'without-file'}>
      <Picture image={image} sizes={SIZES} isFirst={isFirst} />
      {says && (
        <figcaption>
          {caption}
          {caption && credit && ' '}
          {credit && <small class="credit">{creditLine(credit, text)}</small>}
          {(caption || credit) && licence && ' '}
          {licence && <small class="licence">({licence})</small>}
        </figcaption>
      )}
    </figure>
  );
}

/** The body as HTML: the contract's own of each block, pictures in their renditions, tables that scroll in themselves. */
function bodyHtml(blocks: readonly Block[], text: Text): string {
  const first = blocks.find((block) => block.type === 'image' && block.image.url !== null);
  return blocks
    .map((block) => {
      if (block.type === 'image') {
        return renderToString(<Figure image={block.image} isFirst={block === first} text={text} />);
      }
      if (block.type !== 'table') return block.html;
      return renderToString(
        <div
          class="table-scroller"
          tabindex={0}
          role="region"
          aria-label={text('tableScrolls')}
          dangerouslySetInnerHTML={{ __html: block.html }}
        />,
      );
    })
    .join('\n');
}

export function ArticleBody({ blocks }: { blocks: readonly Block[] }) {
  const { text } = usePortal();
  return (
    <>
      <div class="prose" dangerouslySetInnerHTML={{ __html: bodyHtml(blocks, text) }} />
      {blocks.some(({ type }) => type === 'table') && <Script name="table-scroller" />}
    </>
  );
}
