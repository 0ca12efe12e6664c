import type { ComponentChildren } from 'preact';
import type { Agency } from '../../../../../contract';
import { civilDay, civilPeriod } from '../civil-day';
import { agencyReports, AgencyReportSections } from '../components/agency-reports';
import { AgencyTree } from '../components/agency-tree';
import { LatestArticles } from '../components/article-list';
import { Breadcrumbs } from '../components/breadcrumbs';
import { contactLines } from '../components/contact';
import { Definitions, type Definition } from '../components/definitions';
import { DirectiveRows } from '../components/directives';
import { FeedLink } from '../components/feed-link';
import { OfficialRows } from '../components/official-rows';
import { Main, PageHeading } from '../components/page-heading';
import { ProgrammeRows } from '../components/programme-rows';
import { TitledSection } from '../components/titled-section';
import { WebLink } from '../components/web-link';
import { feedPath } from '../feeds';
import { breadcrumbList } from '../head/json-ld';
import { secondsToFirstChange, type Page } from '../page';
import { usePortal } from '../portal';
import type { Word } from '../words';
import { listHead, withQuery } from './list-page';

/** Directives of the agency, and programmes, that its page shows. */
const RECORDS = 3;

type Relative = Agency['predecessors'][number];

/** Its level, codes and ways to reach it. */
function Facts({ agency }: { agency: Agency }) {
  const portal = usePortal();
  const { text } = portal;
  const { level, codes, address, website } = agency;
  const codeWords = ({ code, from, to }: Agency['codes'][number]) =>
    from || to ? `${code} (${civilPeriod({ from, to }, portal)})` : code;
  const lines: Definition[] = [
    [text('level'), text(`level-${level}`)],
    ...(codes.length > 0 ? [[text('code'), codes.map(codeWords).join(', ')] as const] : []),
    ...(address ? [[text('postalAddress'), address] as const] : []),
    ...contactLines(agency, text),
    ...(website ? [[text('website'), <WebLink address={website}>{website}</WebLink>] as const] : []),
  ];
  return <Definitions lines={lines} />;
}

/** A predecessor or successor, and since when, by what decision, in full or in part. */
function RelativeRow({ relative: { slug, name, part, on, basis } }: { relative: Relative }) {
  const portal = usePortal();
  const { text, to } = portal;
  const how = { part: text(`part-${part}`), on: civilDay(on, portal) };
  return (
    <li>
      <a href={to('agency', slug)}>{name}</a>
      <p class="quiet">{basis ? text('successionBasis', { ...how, basis }) : text('succession', how)}</p>
    </li>
  );
}

function Rows({ id, isShown, children }: { id: Word; isShown: boolean; children: ComponentChildren }) {
  const { text } = usePortal();
  if (!isShown) return null;
  return (
    <TitledSection look="part" id={id} heading={text(id)}>
      <ul class="rows">{children}</ul>
    </TitledSection>
  );
}

const Relatives = ({ id, relatives }: { id: 'predecessors' | 'successors'; relatives: readonly Relative[] }) => (
  <Rows id={id} isShown={relatives.length > 0}>
    {relatives.map((relative) => (
      <RelativeRow key={relative.id} relative={relative} />
    ))}
  </Rows>
);

/** A schema.org GovernmentOrganization. */
const organization = (agency: Agency, url: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'GovernmentOrganization',
  name: agency.name,
  url,
  ...(agency.shortName && { alternateName: agency.shortName }),
  ...(agency.address && { address: agency.address }),
  ...(agency.phone && { telephone: agency.phone }),
  ...(agency.email && { email: agency.email }),
  ...(agency.parents.length > 0 && {
    parentOrganization: { '@type': 'GovernmentOrganization', name: agency.parents.at(-1)?.name },
  }),
});

/** One agency: where it stands, contact, people, the line of its predecessors and successors, articles. */
export const agencyPage: Page = {
  section: 'agencies',

  async show({ portal, answers, records, slug }) {
    const { locale, text, to, absolute } = portal;
    const [found, issued, programmes, reports] = await Promise.all([
      answers.agency(locale, slug),
      records && records.directives(locale, { agency: slug, limit: RECORDS }),
      records && records.programmes(locale, { agency: slug, limit: RECORDS }),
      agencyReports(records, locale, slug),
    ]);
    if (!found) return null;
    const { data: agency } = found.answer;
    const { name, shortName, status, parents, functions, officials, predecessors, successors, children } = agency;
    const feed = feedPath(locale, 'agency', slug);
    const steps = [
      { name: text('agencies'), path: to('agencies') },
      ...parents.map((one) => ({ name: one.name, path: to('agency', one.slug) })),
      { name, path: to('agency', slug) },
    ];
    return {
      head: listHead(
        portal,
        { name: 'agency', slug },
        {
          title: name,
          description: text('agencyDescription', { name }),
          feed: { path: feed, title: text('feedOf', { name }) },
          jsonLd: [
            organization(agency, absolute(to('agency', slug))),
            breadcrumbList(steps.map(({ path, ...one }) => ({ ...one, url: absolute(path) }))),
          ],
        },
      ),
      body: (
        <Main>
          <Breadcrumbs steps={steps.slice(0, -1)} />
          <PageHeading title={name}>{shortName && <p class="quiet">{shortName}</p>}</PageHeading>
          {status !== 'active' && <p class="notice">{text(status)}</p>}
          <Facts agency={agency} />
          {functions && (
            <TitledSection look="part" id="functions" heading={text('functions')}>
              <p class="as-typed">{functions}</p>
            </TitledSection>
          )}
          <Rows id="agencyOfficials" isShown={officials.length > 0}>
            <OfficialRows officials={officials} />
          </Rows>
          <Relatives id="predecessors" relatives={predecessors} />
          <Relatives id="successors" relatives={successors} />
          {children.length > 0 && (
            <TitledSection look="part" id="subordinates" heading={text('subordinates')}>
              <AgencyTree agencies={children} />
            </TitledSection>
          )}
          {issued && issued.answer.data.length > 0 && (
            <TitledSection look="part" id="directives" heading={text('directives')}>
              <DirectiveRows directives={issued.answer.data} heading="h3" />
              <p class="see-all">
                <a href={withQuery(to('directives'), { agency: slug })}>{text('directivesAll')}</a>
              </p>
            </TitledSection>
          )}
          {programmes && programmes.answer.data.length > 0 && (
            <TitledSection look="part" id="programmes" heading={text('programmes')}>
              <ProgrammeRows programmes={programmes.answer.data} heading="h3" />
              <p class="see-all">
                <a href={withQuery(to('programmes'), { agency: slug })}>{text('programmesAll')}</a>
              </p>
            </TitledSection>
          )}
          <AgencyReportSections reports={reports} slug={slug} />
          <LatestArticles
            heading={text('agencyLatest')}
            cards={agency.latest}
            all={withQuery(to('news'), { agency: slug })}
          />
          <FeedLink path={feed} />
        </Main>
      ),
      secondsToNextChange: secondsToFirstChange([found, issued, programmes, ...reports.map(({ series }) => series)]),
    };
  },
};
