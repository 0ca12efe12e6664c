import { toPortalInstant } from '../../../../../vietnamese';
import { feedAddress, type Enclosure, type FeedEntry, type Feed } from '../../../../../contract';

const attachment = ({ url, type, size, title }: Enclosure) => ({
  url,
  mime_type: type,
  ...(title !== null && { title }),
  size_in_bytes: size,
});

const item = ({
  id,
  url,
  title,
  summary,
  html,
  publishedOn,
  updatedOn,
  author,
  category,
  image,
  attachments,
}: FeedEntry) => ({
  id,
  url,
  title,
  content_html: html,
  ...(summary !== null && { summary }),
  ...(image && { image: image.url }),
  date_published: toPortalInstant(publishedOn),
  date_modified: toPortalInstant(updatedOn),
  ...(author !== null && { authors: [{ name: author }] }),
  ...(category && { tags: [category.name] }),
  ...(attachments.length > 0 && { attachments: attachments.map(attachment) }),
});

/** The feed as JSON Feed 1.1. What was removed is simply not in it. */
export function renderJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feedAddress(feed, 'json'),
    ...(feed.description !== null && { description: feed.description }),
    language: feed.language,
    authors: [{ name: feed.publisher }],
    items: feed.entries.map(item),
  });
}
