import { setTimeout as pause } from 'node:timers/promises';
import { signIn } from '../../helpers/sign-in';
import { load } from '../load';
import { documentOf } from '../seed-articles';
import { paths } from './addresses';
import { AGENCIES, OURS, type Stage } from './stage';

const SAMPLES = 60;
const PUBLISH_EVERY = 5_000;

/**
 * A mixed load for some minutes: common pages, old articles that are not cached, lists of agencies, and a publication
 * every five seconds.
 *
 * @returns resident megabytes of the process, sixty times
 */
export async function soak(stage: Stage, minutes: number, articles: number): Promise<number[]> {
  const { newsroom, at } = stage;
  const end = performance.now() + minutes * 60_000;
  const isOver = () => performance.now() >= end;
  const editor = await signIn({ ...newsroom, url: at.hot }, 'strapi-super-admin', 'truc-ban@example.vn');
  const type = '/content-manager/collection-types/plugin::newsroom.article';
  const some = () => paths.article(1 + Math.floor(Math.random() * articles));
  const list = () => `${paths.list}&agency=co-quan-${1 + Math.floor(Math.random() * AGENCIES)}`;

  async function read(connections: number, path: () => string): Promise<void> {
    while (!isOver()) {
      const urls = Array.from({ length: 20 }, () => at.hot + path());
      await load(urls, { seconds: 1, connections });
    }
  }
  async function publish(): Promise<void> {
    for (let round = 1; !isOver(); round += 1, await pause(PUBLISH_EVERY)) {
      const answer = await editor.ask(
        'POST',
        `${type}/${documentOf(round)}/actions/publish?locale=vi`,
        { title: `Tin cập nhật, lần ${round}` },
        { 'X-Desk-Override': 'phep-do' },
      );
      if (answer.status !== 200) throw new Error(await answer.text());
    }
  }
  const resident: number[] = [];
  async function watch(): Promise<void> {
    while (resident.length < SAMPLES) {
      await pause((minutes * 60_000) / SAMPLES);
      resident.push((await stage.memory())[OURS]!);
    }
  }
  await Promise.all([read(4, () => paths.latest), read(2, some), read(1, list), publish(), watch()]);
  return resident;
}
