import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Answer } from '../../../../response-cache/answer';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** In the order in which they apply; the last is for paper alone. */
const STYLES = [
  'base',
  'masthead',
  'parts',
  'cards',
  'latest-news',
  'article',
  'prose',
  'directory',
  'directives',
  'programmes',
  'reports',
  'search',
];

type StaticFiles = {
  /** The name under which a file is served: `portal.css` is `portal.0123456789.css`. */
  servedName(name: string): string;
  /** By the name under which it is served. */
  file(servedName: string): Answer | undefined;
};

/**
 * The styles, scripts and icons of the pages, each under a name that has the hash of its content. The style sheets are
 * one file, so that a page waits for one request.
 *
 * @param folder with `styles`, `scripts` and `icons`
 */
export function readStaticFiles(folder: string): StaticFiles {
  const names = new Map<string, string>();
  const files = new Map<string, Answer>();

  function add(name: string, bytes: Buffer): void {
    const { name: stem, ext } = path.parse(name);
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const served = `${stem}.${hash}${ext}`;
    names.set(name, served);
    files.set(served, new Answer(bytes, TYPES[ext] ?? 'application/octet-stream', null));
  }

  const style = (name: string) => readFileSync(path.join(folder, 'styles', `${name}.css`), 'utf8');
  add('portal.css', Buffer.from(`${STYLES.map(style).join('\n')}\n@media print {\n${style('print')}}\n`));
  for (const part of ['scripts', 'icons']) {
    for (const name of readdirSync(path.join(folder, part))) add(name, readFileSync(path.join(folder, part, name)));
  }

  return {
    servedName(name) {
      const served = names.get(name);
      if (served === undefined) throw new Error(`portal-site: there is no file ${name}.`);
      return served;
    },
    file: (served) => files.get(served),
  };
}
