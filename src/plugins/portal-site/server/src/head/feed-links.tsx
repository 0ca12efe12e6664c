import { feedPath } from '../feeds';
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

/** The links by which readers discover feeds in the page's language, its own first. */
export function FeedLinks({ own }: { own: Feed | undefined }) {
  const { locale, text, defaultList } = usePortal();
  const latest = feedPath(locale, 'collection', defaultList);
  return (
    <>
      {own && <Links {...own} />}
      {own?.path !== latest && <Links path={latest} title={text('latestNews')} />}
    </>
  );
}
