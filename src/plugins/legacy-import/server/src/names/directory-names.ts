import type { Core } from '@strapi/strapi';
import { type Named, nameMatcher, type NamesFound } from './match-names';

type Official = { documentId: string; name: string };
type Agency = {
  documentId: string;
  name: string;
  shortName: string | null;
  foundedOn: string | null;
  dissolvedOn: string | null;
};
type Period = {
  name: string | null;
  shortName: string | null;
  from: string | null;
  to: string | null;
  agency: Agency | null;
};

/** An agency's name with the days on which it bears it; an open end is open. */
type Dated = Named & { from: string | null; until: string | null };

const dated = (id: string, name: string | null, from: string | null, until: string | null): Dated[] =>
  name ? [{ id, kind: 'agency', name, from, until }] : [];

const bears = ({ from, until }: Dated, day: string) => (!from || from <= day) && (!until || day < until);

/** Of agencies of one name only those that bore it on the day; when none did, all, so that the name is ambiguous. */
function onDay(names: Dated[], day: string): Named[] {
  const byName = new Map<string, Dated[]>();
  for (const name of names) byName.set(name.name, [...(byName.get(name.name) ?? []), name]);
  return [...byName.values()].flatMap((alike) => {
    const then = alike.filter((name) => bears(name, day));
    return then.length > 0 ? then : alike;
  });
}

/**
 * Reads the directory's names once and gives a matcher for texts of a day: officials by name, agencies by their names
 * and short names, also those that they bore in other times.
 */
export async function directoryNames(strapi: Core.Strapi): Promise<(text: string, day: string) => NamesFound> {
  const officials: Official[] = await strapi.db
    .query('plugin::directory.official')
    .findMany({ select: ['documentId', 'name'] });
  const agencies: Agency[] = await strapi.db
    .query('plugin::directory.agency')
    .findMany({ select: ['documentId', 'name', 'shortName', 'foundedOn', 'dissolvedOn'] });
  const periods: Period[] = await strapi.db
    .query('plugin::directory.agency-period')
    .findMany({ select: ['name', 'shortName', 'from', 'to'], populate: { agency: { select: ['documentId'] } } });

  const people: Named[] = officials.map(({ documentId, name }) => ({ id: documentId, kind: 'official', name }));
  const names: Dated[] = [
    ...agencies.flatMap(({ documentId, name, shortName, foundedOn, dissolvedOn }) =>
      [name, shortName].flatMap((one) => dated(documentId, one, foundedOn, dissolvedOn)),
    ),
    ...periods.flatMap(({ agency, name, shortName, from, to }) =>
      // `to` is the last day on which the name holds.
      agency ? [name, shortName].flatMap((one) => dated(agency.documentId, one, from, to && `${to}T`)) : [],
    ),
  ];
  // Only where agencies share a name does the day make a difference.
  const shared =
    new Set(names.map(({ name }) => name)).size < new Set(names.map(({ id, name }) => `${name} ${id}`)).size;
  let current: { day: string; match: (text: string) => NamesFound } | null = null;
  return (text, day) => {
    if (!current || (shared && current.day !== day))
      current = { day, match: nameMatcher([...people, ...onDay(names, day)]) };
    return current.match(text);
  };
}
