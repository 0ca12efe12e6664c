import type { ComponentChildren } from 'preact';
import { BASE_PATH } from '../../../../../contract';
import { PageHead } from '../head/head';
import type { Head, Page } from '../page';
import { usePortal } from '../portal';
import { textIn } from '../words';
import { contactLines } from './contact';
import { SearchBox } from './search-box';
import { Definitions, type Definition } from './definitions';
import { WebLink } from './web-link';

/** The portal's name; the part that says whose it is on a line of its own. */
function Wordmark() {
  const { site } = usePortal();
  const { name, place } = site;
  const what = place && name.includes(place) ? name.replace(place, '').replace(/\s+/g, ' ').trim() : '';
  if (what === '') return <span class="wordmark-whose">{name}</span>;
  return (
    <>
      <span class="wordmark-what">{what}</span> <span class="wordmark-whose">{place}</span>
    </>
  );
}

function Languages({ other }: { other: string }) {
  const { locale, locales, text } = usePortal();
  const others = locales.filter((one) => one !== locale);
  if (others.length === 0) return null;
  return (
    <p class="languages">
      <span class="visually-hidden">{text('language')}: </span>
      <span aria-current="true">{text('languageName')}</span>
      {others.map((one) => (
        <a key={one} href={other} hreflang={one} lang={one}>
          {textIn(one)('languageName')}
        </a>
      ))}
    </p>
  );
}

function Search() {
  const { text, to } = usePortal();
  return (
    <form class="masthead-search" method="get" action={to('search')} role="search" aria-label={text('searchHere')}>
      <SearchBox>
        <span class="visually-hidden">{text('searchHere')}</span>
      </SearchBox>
      <button class="button" type="submit">
        {text('search')}
      </button>
    </form>
  );
}

type MastheadProps = Pick<FrameProps, 'section' | 'isSection' | 'hasSearchForm' | 'other'>;

function Masthead({ section, isSection, hasSearchForm, other }: MastheadProps) {
  const { sections, hasSearch, site, text, to } = usePortal();
  return (
    <header class="masthead">
      <div class="frame masthead-inner">
        <a class="wordmark" href={to('home')}>
          {site.logo?.url && <img class="logo" src={site.logo.url} alt="" />}
          <span>
            <Wordmark />
          </span>
        </a>
        <button class="menu-button" type="button" popovertarget="site-nav">
          {text('menu')}
        </button>
        {!site.agency && <p class="reference-note">{text('referenceNote')}</p>}
        <Languages other={other} />
        {hasSearch && !hasSearchForm && <Search />}
        <nav id="site-nav" class="site-nav" popover="auto" aria-label={text('navigation')}>
          {sections.map((name) => (
            <a key={name} href={to(name)} aria-current={name === section ? (isSection ? 'page' : 'true') : undefined}>
              {text(name)}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

/** Who answers for the portal, and how they are reached. */
function Imprint() {
  const { site, text } = usePortal();
  const { name, agency, editor, address, licence } = site;
  const lines: Definition[] = [
    ...(agency ? [[text('agencyInCharge'), agency] as const] : []),
    ...(editor ? [[text('editorResponsible'), editor] as const] : []),
    ...(address ? [[text('postalAddress'), address] as const] : []),
    ...contactLines(site, text),
  ];
  return (
    <div class="imprint">
      <p class="imprint-name">{name}</p>
      <Definitions lines={lines} />
      {licence && <p class="as-typed">{licence}</p>}
    </div>
  );
}

function Colophon() {
  const { site, text } = usePortal();
  return (
    <footer class="colophon">
      <div class="frame colophon-inner">
        <Imprint />
        {site.footerLinks.length > 0 && (
          <nav class="footer-links" aria-label={text('footerLinks')}>
            <ul>
              {site.footerLinks.map(({ name, address }) => (
                <li key={address}>
                  <WebLink address={address}>{name}</WebLink>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p class="colophon-source">
          {text('colophonSource')} <code>{BASE_PATH}</code>.
        </p>
      </div>
    </footer>
  );
}

type FrameProps = {
  head: Head;
  section: Page['section'] | null;
  /** Whether the page is the one that the navigation leads to. */
  isSection: boolean;
  /** Whether the page has a form of search of its own. */
  hasSearchForm: boolean;
  /** The path of the page, or of the home page, in the other language. */
  other: string;
  children: ComponentChildren;
};

/** A whole page, from `<html>` on. */
export function Frame({ head, section, isSection, hasSearchForm, other, children }: FrameProps) {
  const { locale, text } = usePortal();
  return (
    <html lang={locale}>
      <PageHead head={head} />
      <body>
        <a class="skip-link" href="#main">
          {text('skip')}
        </a>
        <Masthead section={section} isSection={isSection} hasSearchForm={hasSearchForm} other={other} />
        {children}
        <Colophon />
      </body>
    </html>
  );
}
