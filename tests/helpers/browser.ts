import fs from 'node:fs/promises';
import path from 'node:path';
import { source as axe, type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { root } from './newsroom-process';

const SCREENSHOTS = path.join(root, 'dist/screenshots');

/** The system's Chromium; npm run test:browser has found it, or has said that there is none. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the browser tests through npm run test:browser.');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

/** A page of a reader or editor in Viet Nam; what goes wrong in it is collected in `faults`. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

/** Writes a screenshot of the page, or of its first screen, to dist/screenshots. */
export async function screenshot(page: Page, name: string, { fullPage = true } = {}): Promise<void> {
  await fs.mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage });
}

/** Waits until every part of a portal page shows its content, or why it has none. */
export async function settled(page: Page): Promise<void> {
  await page.locator('body:not(:has([aria-busy]))').waitFor();
  await page.waitForLoadState('networkidle');
}

/** Waits until what is moving or changing its colour in a part of the page, as a dialog that opens, has come to rest. */
export async function entered(part: Locator): Promise<void> {
  await part.evaluate(async (element) => {
    const ending = element.getAnimations({ subtree: true }).filter((animation) => {
      return animation.effect?.getComputedTiming().endTime !== Infinity;
    });
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** What axe-core, by all its default rules, finds wrong with what the page, or the part of a selector, shows now. */
export async function axeViolations(page: Page, part = 'html'): Promise<string[]> {
  await entered(page.locator(part).first());
  const { violations, passes } = await page.evaluate<AxeResults>(`${axe}; axe.run(${JSON.stringify(part)})`);
  if (passes.length === 0) throw new Error('axe-core has looked at nothing.');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
