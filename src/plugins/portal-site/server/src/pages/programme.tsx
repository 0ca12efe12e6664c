import type { Programme } from '../../../../../contract';
import { formatAmount } from '../../../../../vietnamese';
import { civilDay } from '../civil-day';
import { AgencyLinks } from '../components/agency-links';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Main, PageHeading } from '../components/page-heading';
import { ProgrammeFacts } from '../components/programme-facts';
import { ProgressStatus, TargetSection } from '../components/programme-target';
import { ChartLegend } from '../components/progress-chart';
import { isDrawn } from '../components/progress-scale';
import { TitledSection } from '../components/titled-section';
import { breadcrumbList } from '../head/json-ld';
import type { Page } from '../page';
import { usePortal } from '../portal';
import { listHead } from './list-page';

type Measure = Programme['tasks'][number];
type Project = Programme['projects'][number];
type Status = Programme['targets'][number]['progress']['status'];

const STATUSES: readonly Status[] = ['reached', 'onTrack', 'late', 'missed', 'uncompared', 'notReported', 'open'];

function Targets({ targets }: Pick<Programme, 'targets'>) {
  const { text } = usePortal();
  const counts = STATUSES.map((status) => ({
    status,
    count: targets.filter(({ progress }) => progress.status === status).length,
  })).filter(({ count }) => count > 0);
  return (
    <section class="targets" aria-labelledby="targets">
      <h2 class="section-heading" id="targets">
        {text('targets')}
      </h2>
      <ul class="target-counts">
        {counts.map(({ status, count }) => (
          <li key={status}>
            <strong>{count}</strong> <ProgressStatus status={status} />
          </li>
        ))}
      </ul>
      {targets.some(isDrawn) && <ChartLegend />}
      <ol class="target-list">
        {targets.map((target, index) => (
          <TargetSection key={index} target={target} id={`target-${index + 1}`} />
        ))}
      </ol>
    </section>
  );
}

/** Those of one group that follow each other. */
function inGroups(measures: readonly Measure[]): { group: string | null; measures: Measure[] }[] {
  const groups: { group: string | null; measures: Measure[] }[] = [];
  for (const measure of measures) {
    const last = groups.at(-1);
    if (last && last.group === measure.group) last.measures.push(measure);
    else groups.push({ group: measure.group, measures: [measure] });
  }
  return groups;
}

function Measures({ id, measures }: { id: 'tasks' | 'solutions'; measures: readonly Measure[] }) {
  const { text } = usePortal();
  if (measures.length === 0) return null;
  return (
    <TitledSection look="part" id={id} heading={text(id)}>
      {inGroups(measures).map(({ group, measures: ofGroup }, index) => (
        <div key={index}>
          {group && <h3>{group}</h3>}
          <ol class="measures">
            {ofGroup.map((measure, number) => (
              <li key={number}>
                {measure.name}
                <AgencyLinks agencies={measure.agencies} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </TitledSection>
  );
}

function Funding({ funding }: Pick<Project, 'funding'>) {
  const { locale, text } = usePortal();
  if (funding.length === 0) return null;
  return (
    <div class="figures">
      <table>
        <caption>{text('funding')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('figureYear')}</th>
            <th scope="col">{text('fundingSource')}</th>
            <th scope="col">{text('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {funding.map(({ source, year, value, unit }, index) => (
            <tr key={index}>
              <th scope="row">{year}</th>
              <td>{source}</td>
              <td>{formatAmount({ value, unit }, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Projects({ projects }: Pick<Programme, 'projects'>) {
  const { text } = usePortal();
  if (projects.length === 0) return null;
  return (
    <TitledSection look="part" id="projects" heading={text('projects')}>
      <ul class="rows">
        {projects.map(({ name, agency, funding, status }, index) => (
          <li key={index}>
            <h3>{name}</h3>
            <p class="quiet">{text(`project-${status}`)}</p>
            <AgencyLinks agencies={agency ? [agency] : []} />
            <Funding funding={funding} />
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

function Reports({ reports }: Pick<Programme, 'reports'>) {
  const portal = usePortal();
  const { text } = portal;
  if (reports.length === 0) return null;
  return (
    <TitledSection look="part" id="reports" heading={text('statusReports')}>
      <ul class="rows">
        {reports.map(({ on, summary, problems }, index) => (
          <li key={index}>
            <h3>
              <time datetime={on}>{civilDay(on, portal)}</time>
            </h3>
            <p class="as-typed">{summary}</p>
            {problems && (
              <p class="as-typed">
                <strong>{text('problems')}:</strong> {problems}
              </p>
            )}
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

function Governing({ documents }: Pick<Programme, 'documents'>) {
  const { text, to } = usePortal();
  if (documents.length === 0) return null;
  return (
    <TitledSection look="part" id="documents" heading={text('governing')}>
      <ul class="rows">
        {documents.map(({ id, number, slug }) => (
          <li key={id}>
            <a href={to('directive', slug)}>{number}</a>
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

/** One programme, with how its targets stand. */
export const programmePage: Page = {
  plugin: 'public-record',
  section: 'programmes',

  async show({ portal, records, slug }) {
    if (!records) return null;
    const { locale, text, to, absolute } = portal;
    const found = await records.programme(locale, slug);
    if (!found) return null;
    const { data: programme } = found.answer;
    const { name, summary, targets, tasks, solutions, projects, documents, reports, period } = programme;
    const steps = [
      { name: text('programmes'), path: to('programmes') },
      { name, path: to('programme', programme.slug) },
    ];
    return {
      head: listHead(
        portal,
        { name: 'programme', slug: programme.slug },
        {
          title: name,
          description: summary ?? text('programmeDescription', { name, ...period }),
          jsonLd: [breadcrumbList(steps.map(({ path, ...one }) => ({ ...one, url: absolute(path) })))],
        },
      ),
      body: (
        <Main>
          <Breadcrumbs steps={steps.slice(0, -1)} />
          <PageHeading title={name}>
            <ProgrammeFacts programme={programme} />
            {summary && <p class="programme-summary as-typed">{summary}</p>}
          </PageHeading>
          {targets.length > 0 && <Targets targets={targets} />}
          <Measures id="tasks" measures={tasks} />
          <Measures id="solutions" measures={solutions} />
          <Projects projects={projects} />
          <Governing documents={documents} />
          <Reports reports={reports} />
        </Main>
      ),
      secondsToNextChange: found.secondsToNextChange,
    };
  },
};
