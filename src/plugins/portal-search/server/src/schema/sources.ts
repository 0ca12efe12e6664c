import type { Core } from '@strapi/strapi';
import { DOCUMENT_TYPE_NAMES } from '../../../../../vietnamese';
import { formerPosts, officialStates, posts, postTables, titlesToday } from './posts';
import type { Source } from './source';

const local = (column: string): string =>
  `CASE WHEN $1 = 'en' THEN coalesce(nullif(here.${column}_en, ''), here.${column}) ELSE here.${column} END`;

const always = { public_from: `'-infinity'::timestamp`, public_until: 'NULL::timestamp', closed_on: 'NULL::date' };
const nowhere = { category: 'NULL::integer', agency: 'NULL::integer' };

const articles: Source = {
  type: 'article',
  table: 'articles',
  isLocalised: true,
  isPublished: 'here.published_at IS NOT NULL',
  columns: {
    public_from: `coalesce(here.published_on, 'infinity')`,
    public_until: 'least(here.expires_on, here.withdrawn_on)',
    day: 'newsroom.portal_day(here.published_on)',
    closed_on: 'NULL::date',
    category: 'here.category_ref',
    agency: 'here.agency_ref',
    names: 'ARRAY[here.title]',
    summary: 'here.summary',
    body: 'here.body_text',
  },
  watched: [
    ...['title', 'summary', 'body_text', 'published_on', 'expires_on', 'withdrawn_on', 'category_ref', 'agency_ref'],
    ...['published_at', 'document_id', 'locale'],
  ],
  parts: [],
  excerpted: `concat_ws(E'\\n', nullif(here.summary, ''), here.body_text)`,
  label: 'here.title',
};

const officials: Source = {
  type: 'official',
  table: 'officials',
  isLocalised: false,
  isPublished: 'true',
  states: officialStates,
  columns: {
    ...always,
    ...nowhere,
    public_from: 'newsroom.day_start(state.since)',
    public_until: 'newsroom.day_start(state.until)',
    day: 'NULL::date',
    names: `here.name || ${posts('held', 'vi')}`,
    summary: `array_to_string(${posts('held', 'en')}, ' . ')`,
    body: `concat_ws(E'\\n', here.biography, here.biography_en, array_to_string(${posts('ended', 'vi')}, ' . '),
             array_to_string(${posts('ended', 'en')}, ' . '))`,
  },
  watched: ['name', 'biography', 'biography_en', 'document_id'],
  parts: postTables,
  excerpted: `concat_ws(E'\\n', ${local('biography')}, ${formerPosts})`,
  label: `CASE WHEN found.is_beginning THEN here.name ELSE concat_ws(', ', here.name, ${titlesToday}) END`,
};

export const formerNames = `(
  SELECT string_agg(concat_ws(' . ', period.name, period.short_name, period.name_en, period.short_name_en), ' . ' ORDER BY period.id)
    FROM agency_periods period WHERE period.agency_ref = here.id)`;

const agencies: Source = {
  type: 'agency',
  table: 'agencies',
  isLocalised: false,
  isPublished: 'true',
  columns: {
    ...always,
    ...nowhere,
    closed_on: 'here.dissolved_on',
    day: 'NULL::date',
    names: 'ARRAY[here.name, here.short_name, here.name_en, here.short_name_en]',
    summary: formerNames,
    body: `concat_ws(E'\\n', here.functions, here.functions_en, here.address)`,
  },
  watched: [
    ...['name', 'name_en', 'short_name', 'short_name_en', 'functions', 'functions_en', 'address', 'dissolved_on'],
    'document_id',
  ],
  parts: [{ table: 'agency_periods', affects: (row) => `here.id = ${row}.agency_ref` }],
  excerpted: local('functions'),
  label: local('name'),
};

export const typeName = `CASE here.type ${Object.entries(DOCUMENT_TYPE_NAMES)
  .map(([type, { vi }]) => `WHEN '${type}' THEN '${vi}'`)
  .join(' ')} END`;

const directives: Source = {
  type: 'directive',
  table: 'directives',
  isLocalised: true,
  isPublished: 'here.published_at IS NOT NULL',
  columns: {
    ...always,
    ...nowhere,
    agency: 'here.agency_ref',
    day: 'here.issued_on',
    names: `ARRAY[here.number, here.canonical_number, ${typeName} || ' ' || here.canonical_number,
             ${typeName} || ' số ' || here.canonical_number, here.abstract]`,
    summary: 'NULL::text',
    body: `concat_ws(E'\\n', here.fields, here.recipients)`,
  },
  watched: [
    ...['number', 'canonical_number', 'type', 'abstract', 'fields', 'recipients', 'issued_on', 'agency_ref'],
    ...['published_at', 'document_id', 'locale'],
  ],
  parts: [],
  excerpted: 'here.abstract',
  label: 'CASE WHEN found.is_beginning THEN here.number ELSE here.abstract END',
};

export const namesIn = (columns: readonly string[]): string =>
  columns
    .map(
      (column) => `(
    SELECT string_agg(named #>> '{}', ' . ')
      FROM jsonb_path_query(CASE jsonb_typeof(here.${column}) WHEN 'array' THEN here.${column} ELSE '[]' END, '$[*].name') named)`,
    )
    .join(', ');

const programmes: Source = {
  type: 'programme',
  table: 'programmes',
  isLocalised: true,
  isPublished: 'here.published_at IS NOT NULL',
  columns: {
    ...always,
    ...nowhere,
    agency: 'here.agency_ref',
    day: 'NULL::date',
    names: 'ARRAY[here.name]',
    summary: 'here.summary',
    body: `concat_ws(' . ', ${namesIn(['targets', 'tasks', 'solutions', 'projects'])})`,
  },
  watched: [
    ...['name', 'summary', 'targets', 'tasks', 'solutions', 'projects', 'agency_ref'],
    ...['published_at', 'document_id', 'locale'],
  ],
  parts: [],
  excerpted: 'here.summary',
  label: 'here.name',
};

/** The types of the plugins that are installed. */
export const sources = (strapi: Core.Strapi): Source[] => [
  articles,
  officials,
  agencies,
  ...(strapi.plugins['public-record'] ? [directives, programmes] : []),
];

/** The number under which a type's weeks are. Types keep theirs. */
export const TYPE_NUMBERS: Readonly<Record<string, number>> = {
  article: 1,
  directive: 2,
  programme: 3,
  official: 4,
  agency: 5,
};
