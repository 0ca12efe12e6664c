import { type Figure } from '../../../../../body/schema';

const LEFT_OUT = 'left-out:';
const WITH_BYTES = /^data:(image\/(?:png|jpe?g|gif|webp|avif|bmp|tiff));base64,([a-z0-9+/=\s]+)$/i;

/** A figure on its way into the document: where the file's id will be are its bytes, or a word that there are none. */
export function pendingFigure(src: string, caption: string): Figure {
  const file = WITH_BYTES.test(src) ? src : LEFT_OUT;
  return {
    type: 'figure',
    attrs: { file, caption: [...caption].slice(0, 1000).join(''), credit: '', alt: null, decorative: false },
  };
}

/** Whether a figure's file is no id of the library. */
export const isPending = (file: unknown): file is string => typeof file === 'string' && file.includes(':');

export const isLeftOutPicture = (file: string | null): boolean => file === LEFT_OUT;

/** The picture that a pending figure carries as a file of that name (the ending is added); null where it has none. */
export function fileOfPending(source: string, name: string): File | null {
  const [, type, base64] = WITH_BYTES.exec(source) ?? [];
  if (!type || !base64) return null;
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new File([bytes], `${name}.${type.slice('image/'.length).toLowerCase()}`, { type: type.toLowerCase() });
  } catch {
    return null;
  }
}
