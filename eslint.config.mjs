import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const plugins = readdirSync(new URL('src/plugins', import.meta.url));

/** Keeps a plugin from importing files of another, at whatever depth the import stands. */
const pluginBorder = (name) => ({
  files: [`src/plugins/${name}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: plugins
          .filter((other) => other !== name)
          .map((other) => ({
            regex: `^(\\.\\./)+(plugins/)?${other}/|^@portal-newsroom/${other}`,
            message: 'Use its service, one SQL statement, or a library in src.',
          })),
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/', '.data/', '.strapi/', 'types/generated/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{js,mjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // One import a module: `import type { A }` where it is types alone, else `import { a, type A }`.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      'no-duplicate-imports': 'error',
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/vietnamese/fold-letters.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='normalize']:matches([arguments.length=0], [arguments.0.value=/^NFK?[CD]$/])",
          message: 'Use normalForm or toNfc of src/vietnamese: combining marks without end take quadratic time.',
        },
      ],
    },
  },
  {
    files: ['src/{body,csv,spreadsheets,vietnamese,postgres}/**'],
    // The plugins' entry to the versioned schema, which Strapi's boot calls.
    ignores: ['src/postgres/plugin-schema.ts', 'src/body/fixtures/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^@strapi/|/strapi-internals/|/plugins/', message: 'This library knows no Strapi.' }] },
      ],
    },
  },
  {
    files: ['src/!(plugins)/**'],
    ignores: ['src/{admin,sample,body,vietnamese,postgres}/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '/plugins/', message: 'A library imports no plugin.' }] },
      ],
    },
  },
  ...plugins.map(pluginBorder),
);
