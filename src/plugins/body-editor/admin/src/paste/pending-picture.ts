const LEFT_OUT = 'left-out:';
const WITH_BYTES = /^data:(image\/(?:png|jpe?g|gif|webp|avif|bmp|tiff));base64,([a-z0-9+/=\s]+)$/i;

/** The placeholder of the file's id until the picture is uploaded: its bytes, or a word for none. */
export const pendingFile = (src: string): string => (WITH_BYTES.test(src) ? src : LEFT_OUT);

/** Whether a figure's file is such a placeholder. */
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
