import type { Directive } from '../../../../../contract';
import { formatNumber } from '../../../../../vietnamese';
import { civilDay } from '../civil-day';
import { Breadcrumbs } from '../components/breadcrumbs';
import { Definitions, type Definition } from '../components/definitions';
import { directiveName, DirectiveStatus, typeName } from '../components/directives';
import { Main, PageHeading } from '../components/page-heading';
import { TitledSection } from '../components/titled-section';
import { WebLink } from '../components/web-link';
import { breadcrumbList } from '../head/json-ld';
import type { Page } from '../page';
import { usePortal } from '../portal';
import { DIRECTIVES_FEED } from './directives';
import { listHead } from './list-page';

type Cited = Directive['replaces'][number];
type File = Directive['files'][number];

function Facts({ directive }: { directive: Directive }) {
  const portal = usePortal();
  const { text, to } = portal;
  const { type, number, agency, signer, issuedOn, effectiveOn, expiresOn, status, fields, recipients } = directive;
  const day = (civil: string) => <time datetime={civil}>{civilDay(civil, portal)}</time>;
  const lines: Definition[] = [
    [text('documentNumber'), number],
    ...(typeName(type, portal) ? [[text('documentType'), typeName(type, portal)] as const] : []),
    [text('issuer'), <a href={to('agency', agency.slug)}>{agency.name}</a>],
    ...(signer ? [[text('signer'), [signer.name, signer.title].filter(Boolean).join(', ')] as const] : []),
    [text('issuedOn'), day(issuedOn)],
    ...(effectiveOn ? [[text('effectiveOn'), day(effectiveOn)] as const] : []),
    ...(expiresOn ? [[text('expiresOn'), day(expiresOn)] as const] : []),
    [text('status'), <DirectiveStatus status={status} />],
    ...(fields.length > 0 ? [[text('fields'), fields.join(', ')] as const] : []),
    ...(recipients.length > 0 ? [[text('recipients'), recipients.join('; ')] as const] : []),
  ];
  return <Definitions lines={lines} />;
}

/** What it tells whom to do, and until when. */
function Order({ order }: { order: NonNullable<Directive['order']> }) {
  const portal = usePortal();
  const { text, to } = portal;
  const { agency, deadline } = order;
  const lines: Definition[] = [
    ...(agency ? [[text('assignedTo'), <a href={to('agency', agency.slug)}>{agency.name}</a>] as const] : []),
    ...(deadline ? [[text('deadline'), <time datetime={deadline}>{civilDay(deadline, portal)}</time>] as const] : []),
  ];
  return (
    <TitledSection look="part" id="order" heading={text('order')}>
      <Definitions lines={lines} />
    </TitledSection>
  );
}

/** `PDF, 12 trang, 1,5 MB`; of small files in whole kilobytes. */
function FileFacts({ file: { mime, pages, size } }: { file: File }) {
  const { text, locale } = usePortal();
  const kind = mime === 'application/pdf' ? 'PDF' : '';
  const amount = size < 1_000_000 ? String(Math.ceil(size / 1000)) : (size / 1_000_000).toFixed(1);
  const unit = size < 1_000_000 ? 'KB' : 'MB';
  const facts = [
    kind,
    pages === null ? '' : text('pageCount', { count: pages }),
    `${locale === 'vi' ? formatNumber(amount) : amount} ${unit}`,
  ];
  return <span class="quiet"> ({facts.filter(Boolean).join(', ')})</span>;
}

function Files({ files }: Pick<Directive, 'files'>) {
  const { text } = usePortal();
  return (
    <TitledSection look="part" id="files" heading={text('files')}>
      <ul class="rows">
        {files.map((file) => (
          <li key={file.url}>
            <WebLink address={file.url}>{file.name}</WebLink>
            <FileFacts file={file} />
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

const RELATED = ['replaces', 'replacedBy', 'amends', 'amendedBy'] as const;

function Related({ name, cited }: { name: (typeof RELATED)[number]; cited: readonly Cited[] }) {
  const { text, to } = usePortal();
  if (cited.length === 0) return null;
  return (
    <TitledSection look="part" id={name} heading={text(name)}>
      <ul class="rows">
        {cited.map((one) => (
          <li key={one.id}>
            <a href={to('directive', one.slug)}>{one.number}</a>
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

const LEGAL_FORCE: Partial<Record<Directive['status'], string>> = { inForce: 'InForce' };

/** A schema.org Legislation. */
const legislation = (directive: Directive, name: string, url: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Legislation',
  name,
  url,
  abstract: directive.abstract,
  legislationIdentifier: directive.canonicalNumber,
  legislationDate: directive.issuedOn,
  legislationLegalForce: `https://schema.org/${LEGAL_FORCE[directive.status] ?? 'NotInForce'}`,
  legislationPassedBy: { '@type': 'GovernmentOrganization', name: directive.agency.name },
  ...(directive.effectiveOn && { legislationDateVersion: directive.effectiveOn }),
});

/** One directive: what it is, its files, and what it replaces and amends. */
export const directivePage: Page = {
  plugin: 'public-record',
  section: 'directives',

  async show({ portal, records, slug }) {
    if (!records) return null;
    const { locale, text, to, absolute } = portal;
    const found = await records.directive(locale, slug);
    if (!found) return null;
    const { data: directive } = found.answer;
    const name = directiveName(directive, portal);
    const steps = [
      { name: text('directives'), path: to('directives') },
      { name, path: to('directive', directive.slug) },
    ];
    return {
      head: listHead(
        portal,
        { name: 'directive', slug: directive.slug },
        {
          title: name,
          description: directive.abstract,
          feed: { path: DIRECTIVES_FEED, title: text('directives') },
          jsonLd: [
            legislation(directive, name, absolute(to('directive', directive.slug))),
            breadcrumbList(steps.map(({ path, ...one }) => ({ ...one, url: absolute(path) }))),
          ],
        },
      ),
      body: (
        <Main>
          <Breadcrumbs steps={steps.slice(0, -1)} />
          <PageHeading title={name}>
            <p class="directive-abstract">{directive.abstract}</p>
          </PageHeading>
          <Facts directive={directive} />
          {directive.files.length > 0 && <Files files={directive.files} />}
          {directive.order && <Order order={directive.order} />}
          {RELATED.map((one) => (
            <Related key={one} name={one} cited={directive[one]} />
          ))}
        </Main>
      ),
      secondsToNextChange: found.secondsToNextChange,
    };
  },
};
