import type { Head } from '../page';
import { usePortal } from '../portal';
import type { SitePicture } from '../site';

/** Open Graph's names of the languages. */
const OPEN_GRAPH_LOCALES: Record<string, string> = { vi: 'vi_VN', en: 'en_GB' };

/** Wide enough for a large card, and no whole photograph of a camera. */
const CARD_WIDTH = 1_000;

/** The smallest rendition that is wide enough, else the picture itself. */
function cardPicture({ url, width, height, formats }: SitePicture) {
  const format = formats.find((one) => one.width >= CARD_WIDTH);
  return format ?? (url === null ? null : { url, width, height });
}

const Property = ({ name, content }: { name: string; content: string | number | null | undefined }) =>
  content === null || content === undefined || content === '' ? null : (
    <meta property={name} content={String(content)} />
  );

/** What previews of links show: Open Graph, and the card of X, which takes the rest from it. */
export function SocialCard({ head, canonical }: { head: Head; canonical: string }) {
  const { locale, site } = usePortal();
  const { title, description, article, alternates = [] } = head;
  const image = head.image ?? site.socialPicture;
  const picture = image ? cardPicture(image) : null;
  return (
    <>
      <Property name="og:site_name" content={site.name} />
      <Property name="og:type" content={article ? 'article' : 'website'} />
      <Property name="og:title" content={title} />
      <Property name="og:description" content={description} />
      <Property name="og:url" content={canonical} />
      <Property name="og:locale" content={OPEN_GRAPH_LOCALES[locale]} />
      {alternates
        .filter((other) => other.locale !== locale)
        .map((other) => (
          <Property key={other.locale} name="og:locale:alternate" content={OPEN_GRAPH_LOCALES[other.locale]} />
        ))}
      {picture && (
        <>
          <Property name="og:image" content={picture.url} />
          <Property name="og:image:width" content={picture.width} />
          <Property name="og:image:height" content={picture.height} />
          <Property name="og:image:alt" content={image?.alt} />
        </>
      )}
      {article && (
        <>
          <Property name="article:published_time" content={article.publishedOn} />
          <Property name="article:modified_time" content={article.updatedOn} />
          <Property name="article:section" content={article.category?.name} />
          <Property name="article:author" content={article.author} />
        </>
      )}
      <meta name="twitter:card" content={picture ? 'summary_large_image' : 'summary'} />
    </>
  );
}
