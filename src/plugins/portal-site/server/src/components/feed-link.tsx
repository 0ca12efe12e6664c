import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import { usePortal } from '../portal';

/** Offers the feed of what a page lists. Feeds are Vietnamese. */
export function FeedLink({ path }: { path: string }) {
  const { locale, text } = usePortal();
  if (locale !== DEFAULT_LOCALE) return null;
  return (
    <p class="feed-link">
      <a href={`${path}.rss`} type="application/rss+xml">
        {text('followByFeed')}
      </a>
    </p>
  );
}
