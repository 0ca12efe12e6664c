import net from 'node:net';
import { performance } from 'node:perf_hooks';
import { percentile } from './table';

export type Load = { perSecond: number; p50: number; p99: number };

/**
 * Asks for one address again and again on kept connections, one request at a time on each: requests a second, and
 * milliseconds. On bare sockets, since on two cores a client of Node's own costs more than the server that is measured.
 *
 * @throws when an answer is not a 200 with a Content-Length
 */
export async function load(
  url: string,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Load> {
  const { hostname, port, pathname, search } = new URL(url);
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`;
  const times: number[] = [];
  const from = performance.now();
  const end = from + seconds * 1_000;
  await Promise.all(Array.from({ length: connections }, () => connection(Number(port), request, end, times)));
  const took = (performance.now() - from) / 1_000;
  return { perSecond: times.length / took, p50: percentile(times, 50), p99: percentile(times, 99) };
}

const connection = (port: number, request: string, end: number, times: number[]) =>
  new Promise<void>((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1').setNoDelay();
    let [left, sent] = [0, 0];
    const ask = () => {
      if (performance.now() >= end) return void socket.end(() => resolve());
      sent = performance.now();
      socket.write(request);
    };
    socket.on('connect', ask).on('error', reject);
    socket.on('data', (bytes: Buffer) => {
      if (left > 0) left -= bytes.length;
      else {
        const head = bytes.indexOf('\r\n\r\n');
        const [, length] = /^content-length: (\d+)/im.exec(bytes.toString('latin1', 0, head)) ?? [];
        const isOk = bytes.toString('latin1', 0, 12) === 'HTTP/1.1 200';
        if (!isOk || !length) return void reject(new Error(bytes.toString('utf8').slice(0, 500)));
        left = Number(length) - (bytes.length - head - 4);
      }
      if (left > 0) return;
      times.push(performance.now() - sent);
      ask();
    });
  });
