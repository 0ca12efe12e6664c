import net from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from './table';

/** Answers a second; milliseconds that one takes. */
export type Load = { perSecond: number; p50: number; p99: number };

type Options = {
  seconds: number;
  connections: number;
  /** Requests a second on each connection; as fast as they are answered by default. */
  pace?: number;
};

/**
 * Requests addresses of one server repeatedly on persistent connections, one request at a time on each. All of them,
 * one after the other, are one answer. On bare sockets, since on two cores a client of Node's own costs more than the
 * server that is measured.
 *
 * @throws when an answer is not a 200 with a Content-Length
 */
export async function load(urls: string | string[], { seconds, connections, pace }: Options): Promise<Load> {
  const times: number[] = [];
  const from = performance.now();
  const end = from + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const connection = await Connection.to([urls].flat()[0]!);
      while (performance.now() < end) {
        const sent = performance.now();
        for (const url of [urls].flat()) {
          const { status, head } = await connection.get(url);
          if (status !== 200) throw new Error(`${url}: ${head}`);
        }
        times.push(performance.now() - sent);
        const left = pace === undefined ? 0 : sent + 1_000 / pace - performance.now();
        if (left > 1) await pause(left);
      }
      connection.close();
    }),
  );
  const took = (performance.now() - from) / 1_000;
  return { perSecond: times.length / took, p50: percentile(times, 50), p99: percentile(times, 99) };
}

const CLOSED = () => new Error('The server has closed the connection.');

type Answer = { status: number; head: string; body: Buffer };

/** One persistent connection, one request at a time. */
export class Connection {
  private settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  private chunks: Buffer[] = [];
  private left = 0;
  private head = '';

  static to(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = net.connect(Number(port), hostname).setNoDelay();
      socket.once('connect', () => resolve(new Connection(socket, hostname))).once('error', reject);
    });
  }

  private constructor(
    private readonly socket: net.Socket,
    private readonly host: string,
  ) {
    socket.on('data', (bytes) => this.read(bytes));
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(CLOSED()));
  }

  get(url: string): Promise<Answer> {
    const path = url.slice(url.indexOf('/', 'http://'.length));
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(CLOSED());
      this.settle = { resolve, reject };
      this.socket.write(`GET ${path} HTTP/1.1\r\nHost: ${this.host}\r\n\r\n`);
    });
  }

  close(): void {
    this.settle = undefined;
    this.socket.destroy();
  }

  private read(bytes: Buffer): void {
    if (this.left > 0) {
      this.chunks.push(bytes);
      this.left -= bytes.length;
    } else {
      const end = bytes.indexOf('\r\n\r\n');
      this.head = bytes.toString('latin1', 0, end);
      const [, length] = /^content-length: (\d+)/im.exec(this.head) ?? [];
      if (end === -1 || !length) return this.settle?.reject(new Error(`No Content-Length: ${bytes.toString('utf8')}`));
      this.chunks = [bytes.subarray(end + 4)];
      this.left = Number(length) - this.chunks[0]!.length;
    }
    if (this.left > 0) return;
    const status = Number(this.head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    this.settle?.resolve({ status, head: this.head, body: Buffer.concat(this.chunks) });
  }
}
