import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../helpers/newsroom-process';

const built = path.join(root, 'dist/src/strapi-internals/unhandled-rejections.js');

/** A process that rejects a promise which nobody awaits, with each of these messages in turn. */
const run = (...messages: string[]) =>
  spawnSync(
    process.execPath,
    [
      '-e',
      `const { surviveRejections } = require(${JSON.stringify(built)});
       surviveRejections((error) => error.message === 'known', (error, origin) => console.log('survived', origin));
       const fail = async (message) => { throw new Error(message); };
       const messages = ${JSON.stringify(messages)};
       const next = () => {
         const message = messages.shift();
         if (!message) return console.log('went on');
         void fail(message);
         setTimeout(next, 10);
       };
       next();`,
    ],
    { encoding: 'utf8' },
  );

describe('a promise that is rejected and that nobody awaits', () => {
  it('does not end the process for a known reason, of which the origin is told', () => {
    const { status, stdout } = run('known', 'known');
    expect(stdout).toMatch(/^survived fail .*\[eval\]:3.*\nsurvived fail .*\nwent on\n$/);
    expect(status).toBe(0);
  });

  it('ends it for any other', () => {
    const { status, stdout, stderr } = run('known', 'other', 'known');
    expect([status, stdout.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toContain('Error: other');
  });
});
