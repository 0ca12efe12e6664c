// `npm run bench -- reading|directives|reports|report-import|search|search-nodes|panel-search|site|saving|editors|pictures|checks`: a bench of tests/bench, with its sizes as options.
import './lib/process/node-version.mjs';
import { parseArgs } from 'node:util';
import { buildPanel } from './lib/build/panel.mjs';
import { buildServer } from './lib/build/server.mjs';
import { installPackages } from './lib/build/install-packages.mjs';
import { printError, UserError } from './lib/process/user-error.mjs';
import { runTests } from './lib/testing/run-tests.mjs';
import { listenForStop } from './lib/process/stop-signal.mjs';

/** The file of each bench, and the defaults of its options; the file reads them from BENCH_* variables. */
const benches = {
  reading: {
    file: 'tests/bench/reading/reading.test.ts',
    sizes: { articles: '10000,100000,1000000', seconds: '5', rounds: '200', requests: '100000', minutes: '10' },
  },
  directives: { file: 'tests/bench/directives.test.ts', sizes: { directives: '10000,1000000', seconds: '5' } },
  'report-import': { file: 'tests/bench/reports-import.test.ts', sizes: { agencies: '200', fields: '12' } },
  reports: { file: 'tests/bench/reports.test.ts', sizes: { agencies: '600', years: '10', seconds: '5' } },
  search: { file: 'tests/bench/search/search.test.ts', sizes: { articles: '100000', rounds: '100' } },
  'search-nodes': { file: 'tests/bench/search/search-nodes.test.ts', sizes: { rounds: '100' } },
  'panel-search': { file: 'tests/bench/search/panel-search.test.ts', sizes: { articles: '100000', rounds: '100' } },
  site: { file: 'tests/bench/site.test.ts', sizes: { articles: '10000', seconds: '5' } },
  saving: { file: 'tests/bench/saving.test.ts', sizes: { articles: '100000', rounds: '200' } },
  editors: {
    file: 'tests/bench/editors.test.ts',
    sizes: { articles: '20000', seconds: '15', editors: '10', reads: '200' },
  },
  pictures: { file: 'tests/bench/pictures.test.ts', sizes: { seconds: '5' } },
  checks: { file: 'tests/bench/checks.test.ts', sizes: { kilobytes: '1000,4900', rounds: '3' } },
};

const number = /^[1-9]\d{0,6}$/;

const asked = readArguments();
if (asked) await run(asked);

async function run({ name, sizes }) {
  const stop = listenForStop();
  await runTests({
    stop,
    environment: Object.fromEntries(Object.entries(sizes).map(([size, text]) => [`BENCH_${size.toUpperCase()}`, text])),
    jestArguments: ['--selectProjects', 'bench', '--runInBand', benches[name].file],
    async prepare() {
      await installPackages(stop.signal);
      await buildServer({ signal: stop.signal });
      // The other benches run `npm run serve`, which does not start without a panel.
      if (!['saving', 'search', 'search-nodes', 'panel-search', 'report-import'].includes(name))
        await buildPanel({ signal: stop.signal });
    },
  });
}

function readArguments() {
  try {
    const [name = '', ...rest] = process.argv.slice(2);
    const bench = benches[name];
    if (!bench) throw new UserError(`Cần tên phép đo, một trong: ${Object.keys(benches).join(', ')}.`);
    const { values } = parseArgs({
      args: rest,
      options: Object.fromEntries(
        Object.entries(bench.sizes).map(([size, text]) => [size, { type: 'string', default: text }]),
      ),
    });
    for (const [size, text] of Object.entries(values)) {
      const isList = bench.sizes[size].includes(',');
      if (!(isList ? text.split(',') : [text]).every((one) => number.test(one))) {
        throw new UserError(
          `--${size} phải là số nguyên${isList ? ', hoặc nhiều số cách nhau bằng dấu phẩy' : ''}, ví dụ --${size} 2000.`,
        );
      }
    }
    return { name, sizes: values };
  } catch (error) {
    printError(error);
    process.exitCode = 1;
    return null;
  }
}
