import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

export type TcpProxy = {
  port: number;
  /** Forwards connections, resets them, or accepts them and never answers. */
  become(mode: 'open' | 'away' | 'silent'): void;
  close(): void;
};

/** A proxy between a newsroom and its database, so that a test can make the database unreachable. */
export async function tcpProxy(host: string, port: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let mode = 'open';
  const server = net.createServer((near) => {
    sockets.add(near);
    near.on('close', () => sockets.delete(near)).on('error', () => undefined);
    if (mode === 'away') return void near.resetAndDestroy();
    const far = net.connect(port, host);
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    near.on('close', () => far.destroy());
    near.on('data', (bytes) => mode === 'open' && far.write(bytes));
    far.on('data', (bytes) => mode === 'open' && near.write(bytes));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => sockets.forEach((socket) => socket.resetAndDestroy());
  return {
    port: (server.address() as AddressInfo).port,
    become(next) {
      mode = next;
      if (next === 'away') cut();
    },
    close() {
      server.close();
      cut();
    },
  };
}
