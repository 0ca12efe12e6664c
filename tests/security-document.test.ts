import { readFileSync } from 'node:fs';

const DOCUMENT = 'docs/security.md';
const NAMED = /`([^`]+\.ts)`: “([^”]+)”/g;

describe('the security document', () => {
  const rows = readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!-|attack |input |request |rule |fault )/.test(line));

  it('names a test for each line, or says that there is none', () => {
    expect(rows.length).toBeGreaterThan(50);
    const undecided = rows.filter((row) => [...row.matchAll(NAMED)].length === 0 && !/\| without a test/.test(row));
    expect(undecided).toEqual([]);
  });

  it('names tests that exist, by their titles', () => {
    const named = rows.flatMap((row) => [...row.matchAll(NAMED)].map(([, file = '', title = '']) => ({ file, title })));
    const missing = named.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(title));
    expect(missing).toEqual([]);
  });
});
