import type { Core } from '@strapi/strapi';
import { slugOf } from '../vietnamese';
import { ensureDocument } from './ensure-document';
import type { Key, SampleAgency, SampleContent, SampleOfficial, SamplePosition } from './sample-content';

type Ids = Map<Key, string>;
export type Directory = { agencies: Ids; officials: Ids };

/** Agencies, their former names and successors, positions, and who held them. */
export async function loadDirectory(strapi: Core.Strapi, content: SampleContent): Promise<Directory> {
  const agencies: Ids = new Map();
  for (const agency of content.agencies) agencies.set(agency.key, await loadAgency(strapi, agency, agencies));
  for (const agency of content.agencies) await loadSuccessions(strapi, agency, agencies);
  const positions: Ids = new Map();
  for (const position of content.positions) {
    positions.set(position.key, await loadPosition(strapi, position, agencies));
  }
  const officials: Ids = new Map();
  for (const official of content.officials) {
    officials.set(official.key, await loadOfficial(strapi, official, positions));
  }
  return { agencies, officials };
}

/** A parent stands before its children in the file. */
async function loadAgency(
  strapi: Core.Strapi,
  { key: slug, parent, former = [], successors: _successors, ...data }: SampleAgency,
  agencies: Ids,
): Promise<string> {
  const place = { ...data, parent: parent && agencies.get(parent) };
  const agency = await ensureDocument(strapi, 'plugin::directory.agency', { slug }, place);
  for (const { name, ...period } of former) {
    await ensureDocument(strapi, 'plugin::directory.agency-period', { agency, name }, period);
  }
  return agency;
}

async function loadSuccessions(strapi: Core.Strapi, { key, successors = [] }: SampleAgency, agencies: Ids) {
  for (const { agency, ...data } of successors) {
    const pair = { predecessor: agencies.get(key), successor: agencies.get(agency) };
    await ensureDocument(strapi, 'plugin::directory.succession', pair, data);
  }
}

function loadPosition(strapi: Core.Strapi, { key: _key, agency, title, ...data }: SamplePosition, agencies: Ids) {
  return ensureDocument(strapi, 'plugin::directory.position', { agency: agencies.get(agency), title }, data);
}

async function loadOfficial(strapi: Core.Strapi, sample: SampleOfficial, positions: Ids): Promise<string> {
  const slug = slugOf(sample.name);
  const official = await ensureDocument(strapi, 'plugin::directory.official', { slug }, { name: sample.name });
  for (const { position, ...data } of sample.appointments) {
    const post = { official, position: positions.get(position) };
    await ensureDocument(strapi, 'plugin::directory.appointment', post, data);
  }
  return official;
}
