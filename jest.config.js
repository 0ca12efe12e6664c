const path = require('node:path');

const swc = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };

/** The pages of the portal, which are rendered by Preact; the panel's components are React's. */
const pages = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
  },
};

/** Tests that `--selectProjects NAME` runs. What boots Strapi boots the built app in dist, as production does. */
const project = (displayName, root, files, options = {}) => ({
  displayName,
  rootDir: __dirname,
  roots: [path.join(__dirname, root)],
  testMatch: [path.join(__dirname, root, files)],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['<rootDir>/tests/helpers/property-seed.ts'],
  transform: { '/server/src/.+\\.tsx$': ['@swc/jest', pages], '^.+\\.tsx?$': ['@swc/jest', swc] },
  testEnvironment: '<rootDir>/tests/helpers/newsroom-environment.ts',
  ...options,
});

module.exports = {
  // Long, since it only ends tests that hang: a busy machine takes several times as long.
  testTimeout: 180_000,
  // Timers of Node's own (of fetch, and of the Date header) hold on to every test that has armed them, and so to its app: ten
  // megabytes a file. Tests that measure memory collect all garbage, which takes long in a worker that has run a hundred files.
  workerIdleMemoryLimit: '1GB',
  projects: [
    project('unit', 'src', '**/*.test.ts', {
      testEnvironment: 'node',
      // ES modules, which Node loads with `require`, as in production, and Jest cannot.
      moduleNameMapper: {
        '^file-type$': '<rootDir>/tests/helpers/es-modules/file-type.js',
        '^preact$': '<rootDir>/tests/helpers/es-modules/preact.js',
        '^preact/(.*)$': '<rootDir>/tests/helpers/es-modules/preact-$1.js',
      },
    }),
    project('behaviour', 'tests', '{,strapi-internals/}*.test.ts'),
    project('hostile', 'tests/hostile', '*.test.ts'),
    project('browser', 'tests/browser', '*.test.ts', { globalSetup: '<rootDir>/tests/helpers/sample-newsroom.ts' }),
    project('readers', 'tests/readers', '*.test.ts'),
    project('install', 'tests/install', '*.test.ts'),
    project('bench', 'tests/bench', '**/*.test.ts'),
    project('chaos', 'tests/chaos', '*.test.ts'),
  ],
};
