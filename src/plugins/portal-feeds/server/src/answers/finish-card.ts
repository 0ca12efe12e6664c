import type { Card } from '../../../../../contract';
import { dateLine, dateTime, shortTitle, toPortalInstant } from '../../../../../vietnamese';
import type { CardModel } from '../queries/card';
import type { Addresses } from './addresses';
import { finishCover, finishFigure } from './finish-image';

function cardImage({ cover, lead }: CardModel, addresses: Addresses) {
  if (cover) return finishCover(cover, addresses);
  return lead && finishFigure(lead.figure, lead.file, addresses);
}

/** A card of the contract from the row that the database gave. */
export function finishCard(model: CardModel, addresses: Addresses): Card {
  const publishedOn = new Date(model.publishedOn);
  return {
    id: model.id,
    slug: model.slug,
    locale: model.locale,
    url: addresses.page('article', model.slug, model.locale),
    title: model.title,
    shortTitle: shortTitle(model.title),
    summary: model.summary || null,
    publishedOn: toPortalInstant(publishedOn),
    updatedOn: toPortalInstant(new Date(model.updatedOn)),
    display: {
      dateLine: dateLine(publishedOn, model.locale),
      dateTime: dateTime(publishedOn, model.locale),
    },
    category: model.category,
    image: cardImage(model, addresses),
  };
}
