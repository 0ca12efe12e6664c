import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freshSettings, NewsroomProcess, ready, script } from './newsroom-process';

export const ADMIN = { ADMIN_EMAIL: 'lan@example.vn', ADMIN_PASSWORD: 'Matkhau123' };

/** In the temporary folder of the run. */
const made = () => path.join(os.tmpdir(), 'sample-newsroom');

/** With its owners, of whom one is PostgreSQL's account where tests run as root. */
const copyFolder = (from: string, to: string) => promisify(execFile)('cp', ['-a', from, to]);

const sampleSettings = () => freshSettings({ SAMPLE_CONTENT: 'true', ...ADMIN });

/**
 * Makes the data folder of a newsroom with the sample content and an administrator, once for all tests of a run: to create the
 * tables and the content takes longer than most tests do. Jest calls it.
 */
export default async function makeSampleNewsroom(): Promise<void> {
  const settings = await sampleSettings();
  const newsroom = new NewsroomProcess(script('start.mjs'), settings);
  await newsroom.says(ready);
  const code = await newsroom.end('SIGINT');
  if (code !== 0) throw new Error(`The newsroom ended with ${code}:\n${newsroom.output}`);
  await fs.rename(settings.DATA_DIR, made());
}

/** A newsroom with the sample content and its administrator ADMIN, started by the script on a copy of the folder. */
export async function startSampleNewsroom() {
  const settings = await sampleSettings();
  await copyFolder(`${made()}/.`, settings.DATA_DIR);
  const newsroom = new NewsroomProcess(script('start.mjs'), settings);
  await newsroom.says(ready);
  return { newsroom, settings, url: `http://localhost:${settings.PORT}` };
}
