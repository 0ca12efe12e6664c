import Parser from 'rss-parser';
import { jsonFeed } from './json-feed';

type ReadItem = { id: string; url: string; title: string };

type Given = { id?: string; guid?: string; link?: string; title?: string };

const parser = new Parser();

/** The items of a feed in any format, as a reader of npm's rss-parser or of the JSON Feed specification has them. */
export async function readItems(text: string, type: string): Promise<ReadItem[]> {
  if (type.startsWith('application/feed+json')) {
    return jsonFeed.parse(JSON.parse(text)).items.map(({ id, url, title }) => ({ id, url: url!, title: title! }));
  }
  const { items } = await parser.parseString(text);
  return (items as Given[]).map(({ id, guid, link, title }) => ({ id: (id ?? guid)!, url: link!, title: title! }));
}

/** What an Atom feed announces as removed, by id, with the instant of each. */
export const tombstones = (atom: string): Map<string, string> =>
  new Map([...atom.matchAll(/<at:deleted-entry ref="([^"]+)" when="([^"]+)"\/>/g)].map(([, id, on]) => [id!, on!]));
