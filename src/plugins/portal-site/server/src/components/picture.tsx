import type { Image } from '../../../../../contract';

type PictureProps = {
  image: Image;
  /** How wide it is shown, as `sizes` of `<img>`. */
  sizes: string;
  isFirst?: boolean;
  /** In place of its own; an unknown one is empty, so that no file's name or title is read out in its place. */
  alt?: string;
};

/** An image of the contract that has a file, in the renditions that it has. */
export function Picture({ image, sizes, isFirst = false, alt = image.alt ?? '' }: PictureProps) {
  const { url, width, height, formats, focalPoint } = image;
  if (url === null) return null;
  const candidates = [...formats, ...(width ? [{ url, width }] : [])];
  const srcset =
    formats.length > 0
      ? candidates.map((one) => `${one.url.replaceAll(',', '%2C')} ${one.width}w`).join(', ')
      : undefined;
  return (
    <img
      src={url}
      srcset={srcset}
      sizes={srcset && sizes}
      width={width ?? undefined}
      height={height ?? undefined}
      alt={alt}
      loading={isFirst ? undefined : 'lazy'}
      fetchpriority={isFirst ? 'high' : undefined}
      decoding="async"
      style={{
        // The style sheets' way to a tall picture's width, and to what stays in sight where they crop.
        ...(width && height && { '--ratio': width / height }),
        ...(focalPoint && { 'object-position': `${focalPoint.x}% ${focalPoint.y}%` }),
      }}
    />
  );
}
