import type { Context } from 'koa';
import type { Feed, FeedFormat } from '../../../../../contract';
import { sendBytes } from '../../../../../response-cache';
import type { TimedFeed } from '../services/registry';
import { renderAtom } from './render-atom';
import { renderJsonFeed } from './render-json-feed';
import { renderRss } from './render-rss';

const RENDERERS: Record<FeedFormat, { type: string; render: (feed: Feed) => string }> = {
  rss: { type: 'application/rss+xml; charset=utf-8', render: renderRss },
  atom: { type: 'application/atom+xml; charset=utf-8', render: renderAtom },
  json: { type: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
};

/** The format in a feed's path; the router ignores its case. */
export const requestedFormat = (ctx: Context): FeedFormat => ctx.params.format.toLowerCase() as FeedFormat;

/** Sends a feed in the format that its path names. */
export async function sendFeed(ctx: Context, { feed, secondsToNextChange }: TimedFeed): Promise<void> {
  const { type, render } = RENDERERS[requestedFormat(ctx)];
  await sendBytes(ctx, Buffer.from(render(feed)), type, secondsToNextChange);
}
