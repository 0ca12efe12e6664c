import { absoluteLinks } from '../answers/absolute-links';
import type { Addresses } from '../answers/addresses';
import { placedFiles, type PlaceFiles } from '../answers/place-body-files';
import type { EntryModel, FeedModel } from '../queries/feed';
import type { FileModel } from '../queries/image';
import { permanentId, type Enclosure, type Feed, type FeedEntry } from '../../../../../contract';
import { dateTime, isEnglish } from '../../../../../vietnamese';
import { excerpt } from './excerpt';
import { escapeXml } from './xml';

type Around = { addresses: Addresses; placeFiles: PlaceFiles; publisher: string };

/** Where a feed and its page are, absolute. */
type FeedPlace = Pick<Feed, 'address' | 'query' | 'page'>;

const entryId = (id: string, locale: string): string => permanentId('article', id, locale);

const enclosure = (file: FileModel, addresses: Addresses): Enclosure => ({
  url: addresses.file(file.url),
  type: file.mime,
  size: file.size,
  title: null,
});

const latest = (instants: (string | Date | null)[]): Date | null => {
  const times = instants.flatMap((instant) => (instant === null ? [] : [new Date(instant).getTime()]));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
};

/** What was corrected and when, before the body, in the entry's language. */
const correctionsHtml = ({ corrections, locale }: EntryModel): string =>
  (corrections ?? [])
    .map(({ on, note }) => {
      const label = isEnglish(locale) ? 'Correction' : 'Đính chính';
      return `<p>${escapeXml(`${label}, ${dateTime(new Date(on), locale)}: ${note}`)}</p>\n`;
    })
    .join('');

function finishEntry(model: EntryModel, { addresses, placeFiles }: Around): FeedEntry {
  const url = addresses.page('article', model.slug, model.locale);
  const { cover, lead } = model;
  const image = cover ?? lead?.file;
  const { category } = model;
  const body = absoluteLinks(placeFiles(model.html ?? '', placedFiles(model.files, addresses), model), addresses, url);
  return {
    id: entryId(model.id, model.locale),
    url,
    title: model.title,
    summary: model.summary || null,
    excerpt: excerpt(model.text ?? ''),
    html: correctionsHtml(model) + body,
    publishedOn: new Date(model.publishedOn),
    updatedOn: latest([model.updatedOn, model.returnedOn])!,
    author: model.author || model.agency,
    category: category && { ...category, url: addresses.page('category', category.slug, model.locale) },
    image: image ? { ...enclosure(image, addresses), credit: (!cover && lead?.figure.credit) || image.credit } : null,
    attachments: model.attachments.map(({ url: path, mime, size, name }) => ({
      url: addresses.file(path),
      type: mime,
      size,
      title: name,
    })),
  };
}

/** The feed that every format is made of, from the model that the database gave. Pure. */
export function finishFeed(model: NonNullable<FeedModel>, kind: string, place: FeedPlace, around: Around): Feed {
  const entries = model.entries.map((entry) => finishEntry(entry, around));
  const removed = model.removed.map(({ id, on }) => ({ id: entryId(id, model.locale), on: new Date(on) }));
  const changes = [
    ...entries.flatMap(({ publishedOn, updatedOn }) => [publishedOn, updatedOn]),
    ...removed.map(({ on }) => on),
    model.lastRemovedOn,
  ];
  return {
    ...place,
    id: permanentId(kind, model.id, model.locale, place.query),
    title: `${model.name} – ${around.publisher}`,
    description: model.description || null,
    language: model.locale,
    publisher: around.publisher,
    updatedOn: latest(changes) ?? new Date(model.createdOn),
    entries,
    removed,
  };
}
