import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

type Manifest = {
  dependencies?: Record<string, string>;
  peerDependencies: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional: boolean }>;
};

const root = path.resolve(__dirname, '..');
const manifestOf = (folder: string): Manifest => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
const { dependencies: ours = {} } = manifestOf(root);
const plugins = readdirSync(path.join(root, 'src/plugins'));

/** Installed by whoever makes a Strapi app; the panel's other packages come with Strapi. */
const ofEveryApp = ['@strapi/strapi', 'react', 'react-dom', 'react-router-dom', 'styled-components'];

const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.ReactJSX };
/** A server renders with Preact, the panel with React. */
const serverOptions = { ...compilerOptions, jsxImportSource: 'preact' };

/** What a source imports once its types are gone. */
function imports(file: string): string[] {
  const options = file.includes('/server/src/') ? serverOptions : compilerOptions;
  const source = readFileSync(file, 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: options, fileName: file });
  return ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName);
}

function fileOf(from: string, address: string): string | undefined {
  const stem = path.resolve(path.dirname(from), address);
  return ['.ts', '.tsx', '/index.ts', '/index.tsx'].map((end) => stem + end).find((file) => existsSync(file));
}

/** The packages that a plugin's two halves, and all of ours that they import, need at run time. */
function packagesOf(plugin: string): string[] {
  const halves = ['server', 'admin'].map((half) => path.join(root, 'src/plugins', plugin, half, 'src/index.ts'));
  const files = halves.filter((file) => existsSync(file));
  const packages = new Set<string>();
  for (const file of files) {
    for (const address of imports(file)) {
      const source = address.startsWith('.') ? fileOf(file, address) : undefined;
      if (source && !files.includes(source)) files.push(source);
      if (!address.startsWith('.') && !isBuiltin(address)) packages.add(/^(@[^/]+\/)?[^/]+/.exec(address)![0]);
    }
  }
  return [...packages].sort();
}

describe.each(plugins)('the package.json of %s', (plugin) => {
  const {
    dependencies = {},
    peerDependencies,
    peerDependenciesMeta = {},
  } = manifestOf(`${root}/src/plugins/${plugin}`);

  it('declares what the code imports, and nothing else but Strapi', () => {
    const declared = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
    expect(declared.sort()).toEqual([...new Set([...packagesOf(plugin), '@strapi/strapi'])].sort());
  });

  it('has the versions that are tested here', () => {
    expect(ours).toMatchObject(dependencies);
  });

  // npm would bring a newer one beside Strapi's own, whose errors Strapi does not know: each 404 would be a 500.
  it('asks npm for no copy of what comes with Strapi', () => {
    const brought = Object.keys(peerDependencies).filter((name) => !ofEveryApp.includes(name));
    const optional = Object.keys(peerDependenciesMeta).filter((name) => peerDependenciesMeta[name]?.optional);
    expect(optional.sort()).toEqual(brought.sort());
  });
});
