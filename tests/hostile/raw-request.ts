import net from 'node:net';
import zlib from 'node:zlib';

/** A request as bytes: every string is Latin-1, a character for a byte, so that nothing puts it right on its way. */
export type RawRequest = {
  method: string;
  target: string;
  headers: readonly (readonly [name: string, value: string])[];
  body?: string;
};

export type RawAnswer = {
  status: number;
  /** By lower-case name; a repeated one joined by `, `. */
  headers: Readonly<Record<string, string>>;
  /** As it was meant: out of its chunks and its compression. */
  body: Buffer;
  /** The status line and headers, as sent. */
  head: string;
};

const HANGS_AFTER_MS = 10_000;

const decoders: Record<string, (body: Buffer) => Buffer> = {
  gzip: zlib.gunzipSync,
  br: zlib.brotliDecompressSync,
  deflate: zlib.inflateSync,
};

/** Sends bytes to a newsroom on a connection of their own; fails when no whole answer comes within ten seconds. */
export async function exchange(url: string, bytes: string): Promise<Buffer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    const parts: Buffer[] = [];
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`No answer in ${HANGS_AFTER_MS} ms to ${JSON.stringify(bytes.slice(0, 500))}`));
    }, HANGS_AFTER_MS);
    socket.on('data', (part) => parts.push(part));
    // The server may close while it is still being written to: what it said before counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(Buffer.concat(parts));
    });
    // Not `end`: Node's server gives up a request whose sender has closed its half.
    socket.write(Buffer.from(bytes, 'latin1'));
  });
}

const bytesOf = ({ method, target, headers, body = '' }: RawRequest): string => {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const own = [
    ...(given.has('host') ? [] : [['Host', 'newsroom.test']]),
    ...(body && !given.has('content-length') ? [['Content-Length', String(body.length)]] : []),
    ['Connection', 'close'],
  ];
  const lines = [...own, ...headers].map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
};

export async function sendRaw(url: string, request: RawRequest): Promise<RawAnswer> {
  return parseAnswer(await exchange(url, bytesOf(request)));
}

const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';

function parseAnswer(all: Buffer): RawAnswer {
  const bytes = all.subarray(0, CONTINUE.length).toString('latin1') === CONTINUE ? all.subarray(CONTINUE.length) : all;
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) throw new Error(`Not an HTTP answer: ${JSON.stringify(bytes.toString('latin1').slice(0, 200))}`);
  const head = bytes.subarray(0, end).toString('latin1');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    const value = line.slice(line.indexOf(':') + 1).trim();
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  const sent = bytes.subarray(end + 4);
  const whole = headers['transfer-encoding'] === 'chunked' ? unchunked(sent) : sent;
  const decode = decoders[headers['content-encoding'] ?? ''];
  return {
    status: Number(statusLine.split(' ')[1]),
    headers,
    body: decode && whole.length > 0 ? decode(whole) : whole,
    head,
  };
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, lineEnd).toString('latin1'), 16);
    if (!size) break;
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
