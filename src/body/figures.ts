import { fileOfLink } from '../file-uses/file-links';
import { shortTitle } from '../vietnamese';
import type { Block, Body, Figure } from './schema';

/** A picture by its place among the body's figures, counted from 1 as an editor counts them, lost ones included. */
type NumberedPicture = { place: number; caption: string };

const SHOWN = 3;

const isFigure = (block: Block): block is Figure => block.type === 'figure';

/** The pictures that have a file, but neither a text alternative nor the mark that they only decorate. */
export function undescribedPictures({ content }: Body): NumberedPicture[] {
  return content
    .filter(isFigure)
    .map(({ attrs }, index) => ({ attrs, place: index + 1 }))
    .filter(({ attrs }) => attrs.file !== null && attrs.alt === null && !attrs.decorative)
    .map(({ attrs, place }) => ({ place, caption: attrs.caption.trim() }));
}

const named = ({ place, caption }: NumberedPicture) =>
  `ảnh thứ ${place}${caption === '' ? '' : ` (“${shortTitle(caption)}”)`}`;

/**
 * One sentence that tells an editor which pictures lack a description and what to do: the first three by place and
 * caption, the others by number. It takes at least one picture.
 */
export function describePictures(pictures: readonly NumberedPicture[]): string {
  const others = pictures.length - SHOWN;
  const which = pictures.slice(0, SHOWN).map(named).join(', ') + (others > 0 ? ` và ${others} ảnh khác` : '');
  return `Ả${which.slice(1)} chưa có mô tả cho người khiếm thị; hãy nhập mô tả hoặc chọn “Chỉ để trang trí”.`;
}

type Node = { type?: unknown; attrs?: { file?: unknown } | null; content?: unknown };

/**
 * Paths of stored files to which the links of a body lead, without their host; of a value of any shape and depth.
 */
export function bodyFileLinks(body: unknown): string[] {
  const paths: string[] = [];
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const { marks, content } = (waiting.pop() ?? {}) as { marks?: unknown; content?: unknown };
    if (Array.isArray(content)) for (const part of content) waiting.push(part);
    if (!Array.isArray(marks)) continue;
    for (const mark of marks) {
      const path = fileOfLink(String(Object(Object(mark).attrs).href ?? ''));
      if (path) paths.push(path);
    }
  }
  return paths;
}

/** A copy of a body whose links to these stored files (`/uploads/NAME`) lead to others. */
export function moveFileLinks<Value>(body: Value, moved: ReadonlyMap<string, string>): Value {
  const copy = structuredClone(body);
  const waiting: unknown[] = [copy];
  while (waiting.length > 0) {
    const { marks, content } = (waiting.pop() ?? {}) as { marks?: unknown; content?: unknown };
    if (Array.isArray(content)) for (const part of content) waiting.push(part);
    if (!Array.isArray(marks)) continue;
    for (const { attrs } of marks as { attrs?: { href?: unknown } }[]) {
      const path = typeof attrs?.href === 'string' ? fileOfLink(attrs.href) : null;
      const present = path && moved.get(path);
      if (present) attrs!.href = (attrs!.href as string).replace(path, present);
    }
  }
  return copy;
}

/**
 * Document ids of the files that the figures of a body name, in document order. It reads a value of any shape and depth,
 * since what is stored may have been written past the check.
 */
export function bodyFigures(body: unknown): string[] {
  const files: string[] = [];
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const { type, attrs, content } = (waiting.pop() ?? {}) as Node;
    if (type === 'figure' && typeof attrs?.file === 'string') files.push(attrs.file);
    if (Array.isArray(content))
      for (let index = content.length - 1; index >= 0; index -= 1) waiting.push(content[index]);
  }
  return files;
}
