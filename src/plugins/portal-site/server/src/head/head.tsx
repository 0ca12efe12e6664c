import type { Head } from '../page';
import { usePortal } from '../portal';
import { FeedLinks } from './feed-links';
import { JsonLd } from './json-ld';
import { OPEN_SEARCH } from './open-search';
import { SocialCard } from './social-card';

/** The head of a page. Nothing of a page without a canonical address is offered to robots or to others' pages. */
export function PageHead({ head }: { head: Head }) {
  const { site, asset, hasSearch, text, to } = usePortal();
  const { title, description, canonical, alternates = [], isHome } = head;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{isHome ? site.name : text('titleOfPage', { title, site: site.name })}</title>
      {description && <meta name="description" content={description} />}
      {canonical === null ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={canonical} />
          {alternates.map(({ locale, url }) => (
            <link key={locale} rel="alternate" hreflang={locale} href={url} />
          ))}
          <SocialCard head={head} canonical={canonical} />
          {head.jsonLd?.map((data, index) => (
            <JsonLd key={index} data={data} />
          ))}
          <FeedLinks own={head.feed} />
        </>
      )}
      {site.icon?.url ? (
        <link rel="icon" href={site.icon.url} />
      ) : (
        <link rel="icon" href={asset('favicon.svg')} type="image/svg+xml" />
      )}
      {hasSearch && <link rel="search" type={OPEN_SEARCH} title={site.name} href={to('openSearch')} />}
      <link rel="stylesheet" href={asset('portal.css')} />
    </head>
  );
}
