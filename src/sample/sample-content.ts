import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SampleBlock } from './compose-body';

/** A key is a file's or an entry's own name within the sample; what points at it names it by that. */
export type Key = string;

export type SampleAgency = {
  key: Key;
  parent?: Key;
  former?: Record<string, string>[];
  successors?: { agency: Key; part: 'full' | 'partial'; on: string; basis?: string }[];
  [field: string]: unknown;
};
export type SamplePosition = { key: Key; agency: Key; [field: string]: unknown };
export type SampleOfficial = {
  key: Key;
  name: string;
  appointments: { position: Key; from?: string; to?: string; [field: string]: unknown }[];
};
/** The long forms are a line each. */
type SampleAbbreviation = { short: string; longForms: string };
export type SampleCategory = { key: Key; parent?: Key; [field: string]: unknown };
export type SamplePicture = { file: string; name: string; alt: string };
export type SampleText = { title: string; summary: string; body: SampleBlock[] };

/** `daysAgo` counts back from the day of the load, 0 is that day and -1 the next; `time` is `HH:MM` at +07:00. */
export type SampleTime = { daysAgo: number; time: string };
export type SampleArticle = Partial<SampleTime> & {
  key: Key;
  draft?: true;
  category: Key;
  agency: Key;
  agencies?: Key[];
  officials?: Key[];
  cover?: Key;
  author?: string;
  vi: SampleText;
  en?: SampleText;
};

/** A published document of state or party, by the attributes of its content type; the key is its slug. */
export type SampleDirective = {
  key: Key;
  number: string;
  type: string;
  agency: Key;
  /** Of the folder `directives`. */
  file: string;
  issuedOn: string;
  effectiveOn?: string;
  fields: string;
  vi: { abstract: string };
  en?: { abstract: string };
};

export type SampleProgrammeText = {
  name: string;
  summary: string;
  tasks: { name: string; group: string }[];
  solutions: { name: string }[];
};
export type SampleProgramme = {
  key: Key;
  agency: Key;
  periodFrom: number;
  periodTo: number;
  /** The directives that govern it. */
  documents: Key[];
  targets: Record<string, unknown>[];
  vi: SampleProgrammeText;
  en?: SampleProgrammeText;
};

type SiteTexts = { name: string; place: string; licence: string; footerLinks: string };
export type SampleSite = { homeCategories: Key[]; vi: SiteTexts; en: SiteTexts };

export type SampleContent = {
  agencies: SampleAgency[];
  positions: SamplePosition[];
  officials: SampleOfficial[];
  abbreviations: SampleAbbreviation[];
  categories: SampleCategory[];
  pictures: Record<Key, SamplePicture>;
  articles: SampleArticle[];
  directives: SampleDirective[];
  programmes: SampleProgramme[];
  site: SampleSite;
};

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The sample content in `folder`, which is `src/sample`: the compiler copies no pictures to `dist`. */
export function readSampleContent(folder: string): SampleContent {
  const list = (name: string) => json(path.join(folder, 'content', `${name}.json`));
  const articles = readdirSync(path.join(folder, 'content/articles')).sort();
  return {
    agencies: list('agencies'),
    positions: list('positions'),
    officials: list('officials'),
    abbreviations: list('abbreviations'),
    categories: list('categories'),
    pictures: list('pictures'),
    directives: list('directives'),
    programmes: list('programmes'),
    site: list('site'),
    articles: articles.map((file) => ({
      key: path.basename(file, '.json'),
      ...json(path.join(folder, 'content/articles', file)),
    })),
  };
}
