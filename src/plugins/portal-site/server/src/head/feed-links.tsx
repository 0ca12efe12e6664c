import { DEFAULT_LOCALE } from '../../../../../vietnamese';
import { usePortal } from '../portal';

const FORMATS = [
  { name: 'RSS', extension: 'rss', type: 'application/rss+xml' },
  { name: 'Atom', extension: 'atom', type: 'application/atom+xml' },
  { name: 'JSON Feed', extension: 'json', type: 'application/feed+json' },
];

type Feed = { path: string; title: string };

const Links = ({ path, title }: Feed) => (
  <>
    {FORMATS.map(({ name, extension, type }) => (
      <link key={extension} rel="alternate" type={type} title={`${title} (${name})`} href={`${path}.${extension}`} />
    ))}
  </>
);

/** The links by which readers discover feeds, the page's own first. Vietnamese pages only, like the feeds. */
export function FeedLinks({ own }: { own: Feed | undefined }) {
  const { locale, text, defaultList } = usePortal();
  if (locale !== DEFAULT_LOCALE) return null;
  const latest = `/feeds/${encodeURIComponent(defaultList)}`;
  return (
    <>
      {own && <Links {...own} />}
      {own?.path !== latest && <Links path={latest} title={text('latestNews')} />}
    </>
  );
}
