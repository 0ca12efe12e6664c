import fs from 'node:fs/promises';
import type { Editor } from '@tiptap/core';
import type { Browser, Page, Route } from 'playwright-core';
import sharp from 'sharp';
import { clipboardOf } from '../../src/body/fixtures/pasted/read-fixture';
import { checkBody } from '../../src/body/check-body';
import type { Body, Figure } from '../../src/body/schema';
import { launchBrowser, openPage, screenshot } from '../helpers/browser';
import type { NewsroomProcess } from '../helpers/newsroom-process';
import { ADMIN, startSampleNewsroom } from '../helpers/sample-newsroom';

const ARTICLES = 'content-manager/collection-types/plugin::newsroom.article';

type Picture = { name: string; type: string; bytes: number[] };
type Answer = {
  data: { token: string; body: Body };
  results: { documentId: string; name: string }[];
};
/** The editor's element, on which Tiptap keeps the editor. */
type WithEditor = HTMLElement & { editor: Editor };
type Carried = { html?: string; text?: string; files?: Picture[] };

describe('an editor who pastes', () => {
  let newsroom: NewsroomProcess;
  let settings: { DATA_DIR: string };
  let browser: Browser;
  let page: Page;
  let faults: string[];
  let url: string;
  let token: string;

  beforeAll(async () => {
    ({ newsroom, settings, url } = await startSampleNewsroom());
    const login = { email: ADMIN.ADMIN_EMAIL, password: ADMIN.ADMIN_PASSWORD };
    token = (await asked('POST', 'admin/login', login)).data.token;
    browser = await launchBrowser();
    ({ page, faults } = await openPage(browser, { viewport: { width: 1440, height: 1000 } }));
    await page.goto(`${url}/admin`);
    await page.locator('input[name=email]').fill(ADMIN.ADMIN_EMAIL);
    await page.locator('input[name=password]').fill(ADMIN.ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('heading', { name: /Xin chào/ }).waitFor();
  });

  beforeEach(() => page.goto(`${url}/admin/${ARTICLES}/create?plugins[i18n][locale]=vi`));

  afterEach(() => expect(faults).toEqual([]));

  afterAll(async () => {
    await browser?.close();
    expect(await newsroom.end('SIGINT')).toBe(0);
    await fs.rm(settings.DATA_DIR, { recursive: true });
  });

  const editor = () => page.locator('.ProseMirror');
  const figures = () => editor().getByRole('figure', { name: 'Hình ảnh' });
  const waiting = () =>
    editor()
      .getByRole('status')
      .filter({ hasText: /Đang tải ảnh “.*” lên thư viện…/ });

  async function asked(method: string, path: string, data?: object) {
    const answer = await fetch(`${url}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(data && { body: JSON.stringify(data) }),
    });
    return (await answer.json()) as Answer;
  }

  /** Sends the event that the browser sends when a person pastes, or drops something in the middle of an element. */
  const carry = (kind: 'paste' | 'drop', carried: Carried, onto = editor()) =>
    onto.evaluate(
      (element, { kind, html, text, files = [] }) => {
        const data = new DataTransfer();
        if (html) data.setData('text/html', html);
        if (text) data.setData('text/plain', text);
        for (const { name, type, bytes } of files) data.items.add(new File([Uint8Array.from(bytes)], name, { type }));
        const { left, top, width, height } = element.getBoundingClientRect();
        const options = { bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2 + 1 };
        element.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, ...options })
            : new DragEvent('drop', { dataTransfer: data, ...options }),
        );
      },
      { kind, ...carried },
    );

  /** Pastes below all that is there. */
  const pasteAtEnd = async (carried: Carried) => {
    // Below a table the editor keeps a paragraph, which comes a moment after the table.
    await editor().locator('> p:last-child').click();
    // The editor reads the browser's selection a moment after the click.
    await page.waitForFunction(() => {
      const { doc, selection } = document.querySelector<WithEditor>('.ProseMirror')!.editor.state;
      return selection.$from.parent === doc.lastChild;
    });
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await carry('paste', carried);
  };

  const stored = async (title: string): Promise<Body> => {
    const { results } = await asked('GET', `${ARTICLES}?filters[title][$eq]=${encodeURIComponent(title)}`);
    const { data } = await asked('GET', `${ARTICLES}/${results[0]!.documentId}`);
    expect(checkBody(data.body)).toEqual({ ok: true, body: data.body });
    return data.body;
  };

  const save = async (title: string) => {
    await page.locator('input[name=title]').fill(title);
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
    return stored(title);
  };

  it('gets clean blocks from Word, Google Docs and the old portal', async () => {
    await editor().click();
    await carry('paste', { html: clipboardOf('word'), text: 'Mở tuyến xe buýt', files: [await picture('image.png')] });
    await page.getByText('Có 1 ảnh không dán được: hãy tải ảnh lên thư viện rồi chèn vào.').waitFor();
    await screenshot(page, 'pasted-from-word');
    await pasteAtEnd({ html: clipboardOf('google-docs') });
    await pasteAtEnd({ html: clipboardOf('old-portal') });
    await figures().locator('img').waitFor();
    await screenshot(page, 'pasted-from-everywhere');

    const { content } = await save('Dán từ ba nơi');
    const fromWord =
      'heading heading paragraph paragraph orderedList paragraph orderedList heading table paragraph paragraph';
    const fromGoogleDocs = 'heading paragraph paragraph orderedList table';
    // Below a table the editor keeps a paragraph to type in.
    const fromOldPortal = 'paragraph paragraph paragraph paragraph figure paragraph paragraph';
    expect(content.map(kindOf).join(' ')).toBe([fromWord, fromGoogleDocs, fromOldPortal].join(' '));
    const [figure] = content.filter(isFigure);
    expect(figure!.attrs).toMatchObject({
      file: expect.any(String),
      caption: 'Thanh niên trồng cây trên đê.',
      alt: null,
    });
    expect(JSON.stringify(content)).not.toMatch(/data:|left-out|utm_|fbclid|style/);
  });

  it('splits plain text at its blank lines', async () => {
    await editor().click();
    await carry('paste', { text: 'Một\r\nhai\r\n\r\nBa' });
    expect(await editor().locator('p').allInnerTexts()).toEqual(['Một\nhai', 'Ba']);
  });

  it('keeps blocks that were copied from the editor itself', async () => {
    await editor().click();
    await page.keyboard.type('Hai  chữ');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => getSelection()?.isCollapsed);
    await page.keyboard.press('Control+V');
    await editor().locator('p').nth(1).waitFor();
    expect(await editor().locator('p').allTextContents()).toEqual(['Hai  chữ', 'Hai  chữ']);
  });

  it('uploads pasted and dropped pictures, and puts each in its place', async () => {
    await editor().click();
    await carry('paste', { text: 'Đầu\n\nGiữa\n\nCuối' });
    const letGo = await holdUploads(page);
    await carry(
      'drop',
      { files: [await picture('cau-1.png'), await picture('cau-2.png')] },
      editor().locator('p').nth(1),
    );
    await pasteAtEnd({ html: '<img src="https://example.vn/a.png">', files: [await picture('image.png')] });
    expect(await waiting().count()).toBe(3);
    await screenshot(page, 'pictures-waiting');
    await letGo();
    await figures().nth(2).locator('img').waitFor();
    expect(await waiting().count()).toBe(0);
    await figures().first().getByLabel('Mô tả ảnh cho người khiếm thị').fill('Cầu lúc bình minh');
    await screenshot(page, 'pictures-pasted');

    const { content } = await save('Ảnh dán và thả');
    expect(content.map(kindOf)).toEqual(['paragraph', 'paragraph', 'figure', 'figure', 'paragraph', 'figure']);
    const library = await asked('GET', 'upload/files?pageSize=100');
    const names = content
      .filter(isFigure)
      .map(({ attrs }) => library.results.find(({ documentId }) => documentId === attrs.file)?.name);
    expect(names).toEqual(['cau-1.png', 'cau-2.png', expect.stringMatching(/^anh-dan-\d{14}-1\.png$/)]);
    expect(content.filter(isFigure).map(({ attrs }) => attrs.alt)).toEqual(['Cầu lúc bình minh', null, null]);
  });

  it('puts pictures pasted into a table or list beside it', async () => {
    await editor().click();
    await carry('paste', { html: '<ul><li>một</li><li>hai</li></ul><table><tr><td>A</td><td>B</td></tr></table>' });
    const bytes = Buffer.from((await picture('x')).bytes).toString('base64');
    const html = `<p>chữ <img src="data:image/png;base64,${bytes}"> sau</p>`;
    await editor().locator('td').last().click();
    await carry('paste', { html });
    await editor().locator('li').first().click();
    await carry('paste', { html });
    await figures().nth(1).locator('img').waitFor();
    const { content } = await save('Ảnh trong bảng');
    expect(content.map(kindOf).sort()).toEqual(['bulletList', 'figure', 'figure', 'table']);
    expect(JSON.stringify(content).match(/chữ|sau/g)).toHaveLength(4);
  });

  it('keeps the selected text when a pasted picture cannot be read', async () => {
    await editor().click();
    await page.keyboard.type('Còn nguyên.');
    await page.keyboard.press('Shift+Home');
    await carry('paste', { html: '<img src="https://example.vn/a.png">' });
    await page.getByText(/Có 1 ảnh không dán được/).waitFor();
    expect(await editor().locator('p').allInnerTexts()).toEqual(['Còn nguyên.']);
  });

  it('loses only the picture when an upload fails, and shows why', async () => {
    await editor().click();
    await page.keyboard.type('Còn nguyên.');
    await page.route(isUpload, (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 413, json: { data: null, error: { status: 413, message: 'too big' } } })
        : route.continue(),
    );
    await carry('paste', { files: [await picture('to-qua.png')] });
    await page.getByText(/Chưa tải được ảnh “to-qua.png” lên thư viện; phần chữ vẫn còn nguyên. Tệp quá lớn/).waitFor();
    await screenshot(page, 'picture-failed');
    await page.unroute(isUpload);
    expect(await waiting().count()).toBe(0);
    const { content } = await save('Tải ảnh hỏng');
    expect(content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'Còn nguyên.' }] }]);
  });

  it('stays on the page when a dropped file is not a picture', async () => {
    await editor().click();
    const file = { name: 'ke-hoach.pdf', type: 'application/pdf', bytes: [37, 80, 68, 70] };
    await carry('drop', { files: [file] });
    await page.getByText(/Chỉ dán hoặc thả được ảnh vào bài/).waitFor();
    expect(await figures().count()).toBe(0);
  });
});

const kindOf = ({ type }: { type: string }) => type;
const isFigure = (block: { type: string }): block is Figure => block.type === 'figure';
const isUpload = (address: URL) => address.pathname === '/upload';

async function picture(name: string): Promise<Picture> {
  const bytes = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#3a7' } })
    .png()
    .toBuffer();
  return { name, type: 'image/png', bytes: [...bytes] };
}

/** Keeps uploads from reaching the server until they are let go, the last one first. */
async function holdUploads(page: Page) {
  const held: Route[] = [];
  await page.route(isUpload, (route) => void held.push(route));
  return async () => {
    for (const route of held.reverse()) {
      const answered = page.waitForResponse((response) => response.request() === route.request());
      await route.continue();
      await answered;
    }
    await page.unroute(isUpload);
  };
}
