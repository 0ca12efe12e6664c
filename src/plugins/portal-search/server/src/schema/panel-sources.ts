import type { Core } from '@strapi/strapi';
import { formerNames, namesIn, typeName } from './sources';

/** Another table whose rows are searched with those of a source. */
type Part = {
  table: string;
  /** The columns whose change counts; without them, rows that come and go count too. */
  watched?: readonly string[];
  /** Which rows `here` are searched by a row of it. */
  affects: (row: string) => string;
};

/** A content type whose rows are searched in the panel. */
export type PanelSource = {
  type: string;
  uid: string;
  table: string;
  /** Whether drafts alone are kept here: `portal_search.documents` has the published rows. */
  isDraftsOnly?: true;
  /** What a row `here` is called by, in any order of its words, as SQL expressions. */
  names: readonly string[];
  /** What else is in it. */
  texts?: readonly string[];
  /** The columns of the table whose change changes these. */
  watched: readonly string[];
  parts?: readonly Part[];
  /** The attributes in whose order an index has the rows that are listed, for statements that ask for `id > 0`. */
  orders?: readonly string[];
};

const agencyNames = (reference: string): string => `(
  SELECT concat_ws(' . ', named.name, named.short_name, named.name_en, named.short_name_en)
    FROM agencies named WHERE named.id = ${reference})`;

const AGENCY_NAMES = ['name', 'short_name', 'name_en', 'short_name_en'];

/** The agency that a row refers to by any of its columns. */
const ofAgency = (...references: string[]): Part => ({
  table: 'agencies',
  watched: AGENCY_NAMES,
  affects: (row) => `${row}.id IN (${references.map((reference) => `here.${reference}`).join(', ')})`,
});

const ofNewsroom: readonly PanelSource[] = [
  {
    type: 'article',
    uid: 'plugin::newsroom.article',
    table: 'articles',
    isDraftsOnly: true,
    names: ['here.title', 'here.slug'],
    texts: ['here.summary', 'here.body_text', 'here.author', 'here.source_name', 'here.legacy_url'],
    watched: ['title', 'slug', 'summary', 'body_text', 'author', 'source_name', 'legacy_url'],
    orders: ['publishedOn', 'title'],
  },
  {
    type: 'category',
    uid: 'plugin::newsroom.category',
    table: 'categories',
    names: ['here.name', 'here.name_en', 'here.slug'],
    texts: ['here.description', 'here.description_en'],
    watched: ['name', 'name_en', 'slug', 'description', 'description_en'],
  },
  {
    type: 'latest-news-list',
    uid: 'plugin::newsroom.latest-news-list',
    table: 'latest_news_lists',
    names: ['here.name', 'here.slug'],
    watched: ['name', 'slug'],
  },
  {
    type: 'redirect',
    uid: 'plugin::newsroom.redirect',
    table: 'redirects',
    names: ['here."from"', 'here."to"'],
    texts: ['here.reason'],
    watched: ['"from"', '"to"', 'reason'],
  },
];

const ofDirectory: readonly PanelSource[] = [
  {
    type: 'official',
    uid: 'plugin::directory.official',
    table: 'officials',
    names: ['here.name', 'here.slug'],
    texts: ['here.phone', 'here.email', 'here.biography', 'here.biography_en'],
    watched: ['name', 'slug', 'phone', 'email', 'biography', 'biography_en'],
  },
  {
    type: 'agency',
    uid: 'plugin::directory.agency',
    table: 'agencies',
    names: [...AGENCY_NAMES, 'slug', 'code'].map((column) => `here.${column}`).concat(formerNames),
    texts: ['here.functions', 'here.functions_en', 'here.address', 'here.phone', 'here.email', 'here.website'],
    watched: [...AGENCY_NAMES, 'slug', 'code', 'functions', 'functions_en', 'address', 'phone', 'email', 'website'],
    parts: [{ table: 'agency_periods', affects: (row) => `here.id = ${row}.agency_ref` }],
  },
  {
    type: 'agency-period',
    uid: 'plugin::directory.agency-period',
    table: 'agency_periods',
    names: [...AGENCY_NAMES, 'code'].map((column) => `here.${column}`).concat(agencyNames('here.agency_ref')),
    texts: ['here.basis'],
    watched: [...AGENCY_NAMES, 'code', 'basis', 'agency_ref'],
    parts: [ofAgency('agency_ref')],
  },
  {
    type: 'succession',
    uid: 'plugin::directory.succession',
    table: 'successions',
    names: [agencyNames('here.predecessor_ref'), agencyNames('here.successor_ref'), 'here.basis'],
    watched: ['basis', 'predecessor_ref', 'successor_ref'],
    parts: [ofAgency('predecessor_ref', 'successor_ref')],
  },
  {
    type: 'position',
    uid: 'plugin::directory.position',
    table: 'positions',
    names: ['here.title', 'here.title_en', agencyNames('here.agency_ref')],
    watched: ['title', 'title_en', 'agency_ref'],
    parts: [ofAgency('agency_ref')],
  },
  {
    type: 'appointment',
    uid: 'plugin::directory.appointment',
    table: 'appointments',
    names: [
      ...['here.title', 'here.title_en', 'here.decision'],
      '(SELECT held_by.name FROM officials held_by WHERE held_by.id = here.official_ref)',
      `(SELECT concat_ws(' . ', post.title, post.title_en, ${agencyNames('post.agency_ref')})
          FROM positions post WHERE post.id = here.position_ref)`,
    ],
    watched: ['title', 'title_en', 'decision', 'official_ref', 'position_ref'],
    parts: [
      { table: 'officials', watched: ['name'], affects: (row) => `here.official_ref = ${row}.id` },
      {
        table: 'positions',
        watched: ['title', 'title_en', 'agency_ref'],
        affects: (row) => `here.position_ref = ${row}.id`,
      },
      {
        table: 'agencies',
        watched: AGENCY_NAMES,
        affects: (row) => `here.position_ref IN (SELECT post.id FROM positions post WHERE post.agency_ref = ${row}.id)`,
      },
    ],
  },
];

const report = (type: string, table: string): PanelSource => ({
  type,
  uid: `plugin::public-record.${type}`,
  table,
  names: [
    agencyNames('here.agency_ref'),
    `CASE WHEN here.period LIKE '%Q%' THEN 'quý ' WHEN here.period LIKE '%-%' THEN 'tháng ' ELSE '' END || 'năm ' || here.period`,
  ],
  texts: ['here.correction'],
  watched: ['agency_ref', 'period', 'correction'],
  parts: [ofAgency('agency_ref')],
});

const ofPublicRecord: readonly PanelSource[] = [
  {
    type: 'directive',
    uid: 'plugin::public-record.directive',
    table: 'directives',
    isDraftsOnly: true,
    names: ['here.number', 'here.canonical_number', typeName, 'here.abstract', 'here.slug'],
    texts: ['here.fields', 'here.recipients'],
    watched: ['number', 'canonical_number', 'type', 'abstract', 'slug', 'fields', 'recipients'],
  },
  {
    type: 'programme',
    uid: 'plugin::public-record.programme',
    table: 'programmes',
    isDraftsOnly: true,
    names: ['here.name', 'here.slug'],
    texts: ['here.summary', namesIn(['targets', 'tasks', 'solutions', 'projects'])],
    watched: ['name', 'slug', 'summary', 'targets', 'tasks', 'solutions', 'projects'],
  },
  report('procedure-report', 'procedure_reports'),
  report('exchange-report', 'exchange_reports'),
];

const others: readonly PanelSource[] = [
  {
    type: 'abbreviation',
    uid: 'plugin::portal-search.abbreviation',
    table: 'abbreviations',
    names: ['here.short', 'here.long_forms'],
    watched: ['short', 'long_forms'],
  },
  {
    type: 'file',
    uid: 'plugin::upload.file',
    table: 'files',
    names: ['here.name', 'here.alternative_text', 'here.caption', 'here.credit'],
    watched: ['name', 'alternative_text', 'caption', 'credit'],
  },
  {
    type: 'folder',
    uid: 'plugin::upload.folder',
    table: 'upload_folders',
    names: ['here.name'],
    watched: ['name'],
  },
];

/** The types of the plugins that are installed. */
export const panelSources = (strapi: Core.Strapi): PanelSource[] => [
  ...ofNewsroom,
  ...ofDirectory,
  ...(strapi.plugins['public-record'] ? ofPublicRecord : []),
  ...others,
];
