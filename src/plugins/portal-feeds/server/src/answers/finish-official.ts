import type { Official, OfficialInList } from '../../../../../contract';
import { joinedTitles, postTitle } from '../../../../../vietnamese';
import type { OneOfficialModel } from '../queries/official';
import type { OfficialModel } from '../queries/officials';
import type { Addresses } from './addresses';
import { finishCard } from './finish-card';
import { finishCover } from './finish-image';

/** An official as lists show them. */
export function finishOfficialInList(model: OfficialModel, locale: string, addresses: Addresses): OfficialInList {
  return {
    id: model.id,
    slug: model.slug,
    name: model.name,
    title: joinedTitles(model.posts, locale),
    agency: model.posts.find((post) => post.agency)?.agency ?? null,
    portrait: model.portrait && finishCover(model.portrait, addresses),
  };
}

/** One official. Only what is public of a person: name, posts, office telephone and e-mail, biography. */
export function finishOfficial(model: NonNullable<OneOfficialModel>, locale: string, addresses: Addresses): Official {
  return {
    ...finishOfficialInList(model.of, locale, addresses),
    appointments: model.appointments.map((held) => ({
      title: postTitle(held, locale),
      kind: held.kind as Official['appointments'][number]['kind'],
      agency: held.agency,
      from: held.from,
      to: held.to,
      precision: held.precision,
      decision: held.decision || null,
    })),
    phone: model.phone || null,
    email: model.email || null,
    biography: model.biography || null,
    latest: model.latest.map((card) => finishCard(card, addresses)),
  };
}
