import fs from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openPage } from './browser';
import { ADMIN, startSampleNewsroom } from './sample-newsroom';

export type Panel = { browser: Browser; page: Page; url: string; close(): Promise<void> };

/** A newsroom with the sample content, started by the script, and its administrator signed in to the panel. */
export async function openPanel(): Promise<Panel> {
  const { newsroom, settings, url } = await startSampleNewsroom();
  const browser = await launchBrowser();
  const page = await signInToPanel(browser, url, ADMIN.ADMIN_EMAIL, ADMIN.ADMIN_PASSWORD);
  return {
    browser,
    page,
    url,
    async close() {
      await browser.close();
      const code = await newsroom.end('SIGINT');
      await fs.rm(settings.DATA_DIR, { recursive: true });
      if (code !== 0) throw new Error(`The newsroom ended with ${code}:\n${newsroom.output}`);
    },
  };
}

/** The panel in a browser context of its own, signed in. */
export async function signInToPanel(
  browser: Browser,
  url: string,
  email: string,
  password: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const { page } = await openPage(browser, { viewport: { width: 1440, height: 1000 }, ...options });
  await page.goto(`${url}/admin`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { name: /Xin chào/ }).waitFor();
  return page;
}
