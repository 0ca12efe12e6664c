import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '..');

it('names only existing files in its table of behaviours', () => {
  const [, table = ''] = /## Where is what\n(.*?)\n## /s.exec(
    readFileSync(path.join(root, 'docs/architecture.md'), 'utf8'),
  )!;
  const named = [...table.matchAll(/`([\w./-]+\.\w+)`/g)].map(([, file]) => file!);
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

it('has no circle of imports, those of types among them', () => {
  const source = path.join(root, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(source, file));
  expect(files.length).toBeGreaterThan(500);
  const known = new Set(files);
  const imports = new Map(files.map((file) => [file, importedFiles(file, known)]));
  expect(circles(imports).map((files) => files.map((file) => path.relative(source, file)))).toEqual([]);
});

it('finds a circle', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['d']],
    ['d', ['b']],
  ]);
  expect(circles(imports)).toEqual([['b', 'c', 'd']]);
});

function importedFiles(file: string, known: ReadonlySet<string>): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .flatMap(({ fileName }) => {
      const target = path.resolve(path.dirname(file), fileName);
      return [`${target}.ts`, `${target}.tsx`, path.join(target, 'index.ts')]
        .filter((one) => known.has(one))
        .slice(0, 1);
    });
}

/** Ways along imports that lead back to their beginning: none where there is no circle, and not all where there are several. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const finished = new Set<string>();
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) found.push(way.slice(way.indexOf(file)));
    if (way.includes(file) || finished.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    finished.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}
