/** An `<img>` of one of the contract's images; it must have a file. */
import { h } from './element.js';

/**
 * `sizes` is how wide the picture is shown. An unknown alt becomes empty, as a decorative one: no file name, no
 * title is ever read out in its place.
 */
export function picture(image, { sizes, eager = false, alt = image.alt ?? '' }) {
  const candidates = [...image.formats, image].filter((one) => one.url && one.width);
  const element = h('img', {
    src: image.url,
    srcset: image.formats.length > 0 && candidates.map((one) => `${one.url} ${one.width}w`).join(', '),
    sizes: image.formats.length > 0 && sizes,
    width: image.width,
    height: image.height,
    alt,
    loading: eager ? 'eager' : 'lazy',
    decoding: 'async',
  });
  // The style sheets' way to a tall picture's width.
  if (image.width && image.height) element.style.setProperty('--ratio', image.width / image.height);
  // What stays in sight where the style sheets crop the picture.
  const { focalPoint } = image;
  if (focalPoint) element.style.setProperty('object-position', `${focalPoint.x}% ${focalPoint.y}%`);
  return element;
}
