import type { Core } from '@strapi/strapi';
import { CHECK_NAMES, type CheckName, type CheckSettings } from './check-names';
import type { CheckedArticle, Finding } from './checked-article';
import { documentNumbers } from './document-numbers';
import { heldTitles } from './held-titles';
import { internalLinks } from './internal-links';
import { namedThings, type NamedThings } from './named-things';
import { missingSummary } from './summary';
import { supersededNames } from './superseded-names';
import { titleLength } from './title-length';
import { toneMarks } from './tone-marks';
import { undescribedFigures } from './undescribed-figures';
import { unlinkedDirectives } from './unlinked-directives';
import { unlinkedNames } from './unlinked-names';

/** What was found, by which check, and whether it keeps a person from publishing. */
export type Found = Finding & { check: string; severity: 'advice' | 'stop' };

/** How much of one check is shown; nobody reads more, and a megabyte of text can hold a hundred thousand. */
const MOST_FINDINGS = 200;

export const atMostShown = (findings: readonly Finding[]): Finding[] => findings.slice(0, MOST_FINDINGS);

type Facts = { strapi: Core.Strapi; named: NamedThings };
type Check = (article: CheckedArticle, facts: Facts) => Finding[] | Promise<Finding[]>;

const ofNames =
  (check: (article: CheckedArticle, named: NamedThings) => Finding[]): Check =>
  (article, { named }) =>
    check(article, named);

const CHECKS: Record<CheckName, Check> = {
  'title-length': titleLength,
  summary: missingSummary,
  'held-titles': ofNames(heldTitles),
  'superseded-names': ofNames(supersededNames),
  'document-numbers': documentNumbers,
  'internal-links': (article, { strapi }) => (strapi.plugin('portal-feeds') ? internalLinks(strapi, article) : []),
  'tone-marks': ofNames(toneMarks),
  'unlinked-names': ofNames(unlinkedNames),
  'unlinked-directives': (article, { strapi }) =>
    strapi.plugin('public-record') && strapi.plugin('portal-feeds') ? unlinkedDirectives(strapi, article) : [],
};

/** Runs the checks that the settings enable, and always lists the pictures that body-editor refuses to publish. */
export async function runChecks(
  strapi: Core.Strapi,
  article: CheckedArticle,
  settings: CheckSettings,
): Promise<Found[]> {
  const facts = { strapi, named: await namedThings(strapi, article) };
  const found: Found[] = undescribedFigures(article).map((one) => ({
    ...one,
    check: 'undescribed-figures',
    severity: 'stop',
  }));
  for (const check of CHECK_NAMES) {
    const severity = settings[check] ?? 'off';
    if (severity === 'off') continue;
    const findings = await CHECKS[check](article, facts);
    for (const one of atMostShown(findings)) found.push({ ...one, check, severity });
  }
  return found;
}

/** What keeps a person from publishing: without the pictures, which are body-editor's to refuse. */
export async function findingsThatStop(strapi: Core.Strapi, article: CheckedArticle, settings: CheckSettings) {
  const entries = CHECK_NAMES.map((check) => [check, settings[check] === 'stop' ? 'stop' : 'off']);
  const found = await runChecks(strapi, article, Object.fromEntries(entries) as CheckSettings);
  return found.filter(({ check }) => check !== 'undescribed-figures');
}
