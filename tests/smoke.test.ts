import fs from 'node:fs/promises';
import {
  cleanUp,
  embeddedPostgres,
  freshSettings,
  NewsroomProcess,
  ready,
  runs,
  script,
} from './helpers/newsroom-process';

/** Jest resolves modules more freely than Node does, so the built app is also started as people start it. */
describe('the built newsroom, as a process', () => {
  afterAll(cleanUp);

  it('serves its pages, and leaves no process behind after a signal', async () => {
    const settings = await freshSettings();
    const newsroom = new NewsroomProcess(script('start.mjs'), settings);
    await newsroom.says(ready);
    const at = (path: string) => fetch(`http://127.0.0.1:${settings.PORT}${path}`);
    const [page, panel, feed] = await Promise.all([at('/'), at('/admin'), at('/api/portal/v1/latest-news')]);
    expect([page.status, panel.status, feed.status]).toEqual([200, 200, 200]);
    expect(await page.text()).toContain('lang="vi"');
    expect(await panel.text()).toContain('<div id="strapi"');
    expect(await feed.json()).toMatchObject({ data: [] });
    const database = await embeddedPostgres(settings.DATA_DIR);
    expect(runs(database.pid)).toBe(true);

    expect(await newsroom.end('SIGTERM')).toBe(0);
    expect(runs(database.pid)).toBe(false);
    expect(await fs.readdir(settings.DATA_DIR)).not.toContain('newsroom.pid');
  });
});
