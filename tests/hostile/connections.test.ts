import { BASE, contractPaths } from './contract-paths';
import { writers } from '../helpers/content';
import { startNewsroom, type Newsroom } from '../helpers/newsroom';
import { exchange } from './raw-request';

const REQUEST = `Host: newsroom.test\r\n`;

/** What a proxy in front and the newsroom may read differently must not become another request. */
describe('on one connection', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await writers(newsroom.strapi).article({ slug: 'bai-1' });
  });
  afterAll(() => newsroom.stop());

  /** The statuses of all that was answered, until the connection was closed. */
  async function statuses(bytes: string): Promise<number[]> {
    const said = (await exchange(newsroom.url, bytes)).toString('latin1');
    return [...said.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  }

  const last = `GET ${BASE}/categories HTTP/1.1\r\n${REQUEST}Connection: close\r\n\r\n`;
  const inner = `GET ${BASE}/khong-co HTTP/1.1\r\n${REQUEST}\r\n`;

  it.each(contractPaths.map(({ path }) => path))('the body of a GET is passed over whole: %s', async (path) => {
    const target = BASE + path.replace(':slug', 'tin-moi-nhat');
    const line = `GET ${target} HTTP/1.1\r\n${REQUEST}`;
    const [alone] = await statuses(`${line}Connection: close\r\n\r\n`);
    expect(await statuses(`${line}Content-Length: ${inner.length}\r\n\r\n${inner}${last}`)).toEqual([alone, 200]);
    const chunk = `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`;
    expect(await statuses(`${line}Transfer-Encoding: chunked\r\n\r\n${chunk}${last}`)).toEqual([alone, 200]);
  });

  it.each([
    `Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde`,
    `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`,
    `Content-Length: +5\r\n\r\nabcde`,
    `Content-Length : 5\r\n\r\nabcde`,
    ` Folded: x\r\n\r\n`,
  ])('a length that can be read in two ways is refused, and ends the connection: %j', async (rest) => {
    expect(await statuses(`GET ${BASE}/articles HTTP/1.1\r\n${REQUEST}${rest}${last}`)).toEqual([400]);
  });
});
