import { withinCpuTime } from '../../../../../../tests/helpers/cpu-time';
import { planImport } from './plan-import';
import type { Facts } from './read-list';

const LINES = 2_000;
const agency = { id: 1, documentId: 'a', name: 'UBND tỉnh', slug: 'ubnd-tinh', shortName: null };
const factsOf = (line: number, replaces: string[]): Facts => ({
  ...{
    line,
    number: `${line}/CT-UBND`,
    canonicalNumber: `${line}/CT-UBND`,
    type: 'CT',
    abstract: 'x',
    agency: agency.name,
  },
  ...{ signer: '', files: [], fields: [], recipients: [], orderAgency: '', replaces, amends: [] },
  days: { issuedOn: '2023-07-05', effectiveOn: null, expiresOn: null, withdrawnOn: null, orderDeadline: null },
});

it('plans the longest list with as many links as it can have in time', async () => {
  const lines = Array.from({ length: LINES }, (_, index) => index + 1);
  const all = lines.map((line) =>
    factsOf(line, line > 100 ? lines.slice(line - 71, line - 1).map((one) => `${one}/CT-UBND`) : []),
  );
  const { created, refused } = await withinCpuTime(1_000, () =>
    planImport(all, {
      named: { agencies: [agency], officials: [] },
      known: lines.map((line) => ({
        ...{ documentId: `d${line}`, asked: `${line + LINES}/CT-UBND`, canonicalNumber: null, agency: 1, year: 2023 },
      })),
      fileNames: new Set(),
    }),
  );
  expect([created.length, refused]).toEqual([LINES, []]);
  expect(created.at(-1)!.links.replaces).toHaveLength(70);
});
