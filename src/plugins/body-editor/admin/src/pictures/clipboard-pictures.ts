import { Fragment, type Node, Slice } from '@tiptap/pm/model';

const isPicture = ({ type }: File) => type.startsWith('image/');

const hasContent = ({ content }: Slice) => {
  let found = content.textBetween(0, content.size, ' ').trim() !== '';
  content.descendants(({ type }) => {
    found ||= type.name === 'table';
  });
  return found;
};

/**
 * The files that are meant when something is pasted or dropped: Office adds a picture of the text that was copied, and
 * then the text is meant; a file's name comes along with the file, and then the file is.
 */
export function filesMeant(data: DataTransfer | null, slice: Slice): { pictures: File[]; others: number } | null {
  const files = [...(data?.files ?? [])];
  if (!data || files.length === 0) return null;
  if (data.getData('text/html') !== '' && hasContent(slice)) return null;
  const pictures = files.filter(isPicture);
  return { pictures, others: files.length - pictures.length };
}

/** A slice without its figures, and those. */
export function withoutFigures({ content }: Slice): { rest: Slice; figures: Node[] } {
  const figures = content.content.filter(({ type }) => type.name === 'figure');
  const others = content.content.filter(({ type }) => type.name !== 'figure');
  return { rest: Slice.maxOpen(Fragment.from(others)), figures };
}

/** The name, without its ending, of a pasted picture that has none: the clipboard calls every picture `image.png`. In UTC. */
export const pastedName = (index: number): string =>
  `anh-dan-${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}-${index}`;

/** The file under a name of its own, where the clipboard gave it none. */
export const withOwnName = (file: File, index: number): File =>
  /^image\.\w+$/.test(file.name)
    ? new File([file], `${pastedName(index)}.${file.name.slice('image.'.length)}`, { type: file.type })
    : file;
