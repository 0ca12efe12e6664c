import { usePortal } from '../portal';

/** Offers the feed of what a page lists. */
export function FeedLink({ path }: { path: string }) {
  const { text } = usePortal();
  return (
    <p class="feed-link">
      <a href={`${path}.rss`} type="application/rss+xml">
        {text('followByFeed')}
      </a>
    </p>
  );
}
