import { usePortal } from '../portal';
import { Script } from './script';

/** The way to the next page of a list; the script of long lists takes its items into this page. */
export function MoreLink({ next }: { next: string | null }) {
  const { text } = usePortal();
  if (next === null) return null;
  return (
    <p class="more">
      <a
        class="button"
        rel="next"
        href={next}
        data-more
        data-loading={text('moreLoading')}
        data-added={text('moreAdded', { count: '{count}' })}
        data-failed={text('moreFailed')}
      >
        {text('more')}
      </a>
      <span class="list-status" role="status" />
      <Script name="more" />
    </p>
  );
}
