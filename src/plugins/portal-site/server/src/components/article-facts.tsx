import type { ComponentChildren } from 'preact';
import type { Article } from '../../../../../contract';
import type { PageName } from '../paths';
import { usePortal } from '../portal';
import { Definitions, type Definition } from './definitions';
import { TitledSection } from './titled-section';
import { WebLink } from './web-link';

function PageLink({ page, of }: { page: PageName; of: { slug: string; name: string } }) {
  const { to } = usePortal();
  return <a href={to(page, of.slug)}>{of.name}</a>;
}

const Now = ({ children }: { children: ComponentChildren }) => <span class="now"> ({children})</span>;

function Byline({ author, source, agency }: Article) {
  const { text } = usePortal();
  const lines: Definition[] = [];
  if (author) lines.push([text('author'), author]);
  if (source) {
    const name = source.name || source.url;
    lines.push([text('source'), source.url ? <WebLink address={source.url}>{name}</WebLink> : name]);
  }
  if (agency) lines.push([text('owner'), <PageLink page="agency" of={agency} />]);
  return <Definitions lines={lines} />;
}

function OfficialsNamed({ officials }: Pick<Article, 'officials'>) {
  const { text } = usePortal();
  return (
    <TitledSection look="facts" id="named-officials" heading={text('officialsNamed')}>
      <ul>
        {officials.map((official) => (
          <li key={official.id}>
            <PageLink page="official" of={official} />
            {official.title && ` – ${official.title}`}
            {official.title && official.title !== official.titleNow && (
              <Now>{official.titleNow ? text('titleNow', { title: official.titleNow }) : text('titleEnded')}</Now>
            )}
          </li>
        ))}
      </ul>
      <p class="facts-note">{text('officialsNote')}</p>
    </TitledSection>
  );
}

function AgencyNow({ agency }: { agency: Article['agencies'][number] }) {
  const { text } = usePortal();
  const { name, nameNow, status, successors } = agency;
  if (status === 'dissolved') {
    const names = successors.map((successor) => successor.name).join(', ');
    return <Now>{names ? text('succeededBy', { names }) : text('agencyEnded')}</Now>;
  }
  return nameNow && nameNow !== name ? <Now>{text('nameNow', { name: nameNow })}</Now> : null;
}

function AgenciesNamed({ agencies }: Pick<Article, 'agencies'>) {
  const { text } = usePortal();
  return (
    <TitledSection look="facts" id="named-agencies" heading={text('agenciesNamed')}>
      <ul>
        {agencies.map((agency) => (
          <li key={agency.id}>
            <PageLink page="agency" of={agency} />
            <AgencyNow agency={agency} />
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

function Attachments({ attachments }: Pick<Article, 'attachments'>) {
  const { text } = usePortal();
  return (
    <TitledSection look="facts" id="attached-files" heading={text('attachments')}>
      <ul>
        {attachments.map((file) => (
          <li key={file.url}>
            <WebLink address={file.url}>{file.name}</WebLink>
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

function DirectivesCited({ cites }: Pick<Article, 'cites'>) {
  const { text, to } = usePortal();
  return (
    <TitledSection look="facts" id="cited-directives" heading={text('directivesCited')}>
      <ul>
        {cites.map(({ id, number, slug }) => (
          <li key={id}>
            <a href={to('directive', slug)}>{number}</a>
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

function OtherLanguages({ others }: { others: Article['availableLocales'] }) {
  const { locale, text } = usePortal();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return (
    <nav class="facts other-languages" aria-labelledby="other-languages">
      <h2 id="other-languages">{text('otherLanguages')}</h2>
      <ul>
        {others.map((other) => (
          <li key={other.locale}>
            <a href={other.url} hreflang={other.locale}>
              {names.of(other.locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What stands under the text: who wrote it, whom and what it names, files, other languages. Only what the article has. */
export function ArticleFacts({ article }: { article: Article }) {
  const { text } = usePortal();
  const { officials, agencies, cites, attachments, availableLocales, locale, url } = article;
  const others = availableLocales.filter((other) => other.locale !== locale);
  return (
    <footer class="article-facts">
      <Byline {...article} />
      {officials.length > 0 && <OfficialsNamed officials={officials} />}
      {agencies.length > 0 && <AgenciesNamed agencies={agencies} />}
      {cites.length > 0 && <DirectivesCited cites={cites} />}
      {attachments.length > 0 && <Attachments attachments={attachments} />}
      {others.length > 0 && <OtherLanguages others={others} />}
      <p class="print-address">
        {text('address')}
        {url}
      </p>
    </footer>
  );
}
