import { permanentId, type Feed, type FeedEntry } from '../../../../../contract';
import { isEnglish } from '../../../../../vietnamese';
import type { DirectiveFeedModel } from '../queries/directive-feed';

type Addresses = { page(slug: string): string; file(url: string): string };

/** Where a feed and its page are, absolute. */
type FeedPlace = Pick<Feed, 'address' | 'query' | 'page'>;

const entryId = (id: string, locale: string): string => permanentId('directive', id, locale);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);

/** The feed of directives in a language, from the model that the database gave. Pure. */
export function finishDirectiveFeed(
  model: DirectiveFeedModel,
  locale: string,
  place: FeedPlace,
  { addresses, publisher }: { addresses: Addresses; publisher: string },
): Feed {
  const entries = model.entries.map((entry): FeedEntry => {
    const files = entry.files.map((file) => ({ ...file, url: addresses.file(file.url) }));
    const links = files.map(({ url, name }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></li>`);
    const abstract = entry.abstract.replace(/\s+/g, ' ').trim();
    return {
      id: entryId(entry.id, locale),
      url: addresses.page(entry.slug),
      title: `${entry.number} – ${abstract}`,
      summary: abstract,
      html: `<p>${escapeHtml(abstract)}</p><ul>${links.join('')}</ul>`,
      publishedOn: new Date(entry.publicFrom),
      updatedOn: new Date(entry.returnedOn ?? entry.publicFrom),
      author: entry.agency,
      category: null,
      image: null,
      attachments: files.map(({ url, mime, size, name }) => ({ url, type: mime, size, title: name })),
    };
  });
  const removed = model.removed.map(({ id, on }) => ({ id: entryId(id, locale), on: new Date(on) }));
  const times = [...entries.map(({ updatedOn }) => updatedOn), new Date(model.lastRemovedOn ?? 0)];
  return {
    id: permanentId('directives', locale),
    title: isEnglish(locale) ? 'Directives' : 'Chỉ đạo điều hành',
    description: null,
    language: locale,
    ...place,
    publisher,
    updatedOn: new Date(Math.max(...times.map((time) => time.getTime()))),
    entries,
    removed,
  };
}
