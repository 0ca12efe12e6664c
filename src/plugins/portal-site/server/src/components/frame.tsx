import type { ComponentChildren } from 'preact';
import { PageHead, type Head } from '../head/head';
import { SECTIONS, type Page } from '../page';
import { usePortal } from '../portal';
import { textIn } from '../words';

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

function Masthead({
  section,
  isSection,
  other,
}: {
  section: Page['section'] | null;
  isSection: boolean;
  other: string;
}) {
  const { text, to } = usePortal();
  return (
    <header class="masthead">
      <div class="frame masthead-inner">
        <a class="wordmark" href={to('home')}>
          <Wordmark />
        </a>
        <p class="reference-note">{text('referenceNote')}</p>
        <Languages other={other} />
        <button class="menu-button" type="button" popovertarget="site-nav">
          {text('menu')}
        </button>
        <nav id="site-nav" class="site-nav" popover="auto" aria-label={text('navigation')}>
          {SECTIONS.map((name) => (
            <a key={name} href={to(name)} aria-current={name === section ? (isSection ? 'page' : 'true') : undefined}>
              {text(name)}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

function Colophon() {
  const { text } = usePortal();
  return (
    <footer class="colophon">
      <div class="frame">
        <p>
          {text('colophonSource')} <code>/api/portal/v1</code>. {text('colophonNotice')}
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
  /** The path of the page, or of the home page, in the other language. */
  other: string;
  children: ComponentChildren;
};

/** A whole page, from `<html>` on. */
export function Frame({ head, section, isSection, other, children }: FrameProps) {
  const { locale, text } = usePortal();
  return (
    <html lang={locale}>
      <PageHead head={head} />
      <body>
        <a class="skip-link" href="#main">
          {text('skip')}
        </a>
        <Masthead section={section} isSection={isSection} other={other} />
        {children}
        <Colophon />
      </body>
    </html>
  );
}
