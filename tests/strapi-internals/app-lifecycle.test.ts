import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import {
  isDatabaseBusy,
  removeSignalHandlers,
  removeUpdaterFile,
  skipUserLifecycles,
} from '../../src/strapi-internals/app-lifecycle';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';

const ROOT = path.resolve(__dirname, '../..');

describe('the lifecycle of the app', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('puts a handler on both signals, which removeSignalHandlers finds, and no others', () => {
    const signals = ['SIGTERM', 'SIGINT'] as const;
    const count = () => signals.map((signal) => process.listenerCount(signal));
    removeSignalHandlers();
    const own = () => undefined;
    signals.forEach((signal) => process.on(signal, own));
    const before = count();
    const running = globalThis.strapi;
    createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') });
    globalThis.strapi = running;
    expect(count()).toEqual(before.map((listeners) => listeners + 1));
    removeSignalHandlers();
    expect(count()).toEqual(before);
    signals.forEach((signal) => process.removeListener(signal, own));
  });

  it('keeps the state of its update check in a file, which removeUpdaterFile removes', () => {
    const checker = path.join(ROOT, 'node_modules/@strapi/core/dist/utils/update-notifier/index.js');
    const [, name = ''] = /strapi\.dirs\.app\.root, '([^']+)'/.exec(readFileSync(checker, 'utf8')) ?? [];
    const folder = mkdtempSync(path.join(os.tmpdir(), 'updater-'));
    writeFileSync(path.join(folder, name), '{}');
    removeUpdaterFile(folder);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  it('has a pool that tells whether a query runs', async () => {
    const { strapi } = newsroom;
    const slow = strapi.db.connection.raw('SELECT pg_sleep(60) /* isDatabaseBusy */').catch((error: Error) => error);
    expect(isDatabaseBusy(strapi)).toBe(true);
    const cancel = () =>
      newsroom.sql(
        "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%isDatabaseBusy%'",
      );
    while ((await cancel()).length === 0);
    await slow;
    while (isDatabaseBusy(strapi)) await new Promise(setImmediate);
    expect(isDatabaseBusy(strapi)).toBe(false);
  });

  it('calls the register of src/index.ts through runUserLifecycles', async () => {
    const { strapi } = newsroom;
    const app = strapi as unknown as { runUserLifecycles(name: string): Promise<unknown> };
    let calls = 0;
    const user = strapi.app as unknown as { register?: () => void };
    const original = user.register;
    user.register = () => void (calls += 1);
    await app.runUserLifecycles('register');
    expect(calls).toBe(1);
    const own = app.runUserLifecycles;
    skipUserLifecycles(strapi);
    await app.runUserLifecycles('register');
    expect(calls).toBe(1);
    app.runUserLifecycles = own;
    user.register = original;
  });
});
