import net from 'node:net';
import { UserError } from './user-error.mjs';

/** A free TCP port of this machine. */
export function freePort() {
  return listenBriefly(0, '127.0.0.1');
}

/** The port of PORT, 1337 by default; sets PORT to it. */
export function requestedPort() {
  const port = Number(process.env.PORT || 1337);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new UserError(`PORT phải là một số từ 1 đến 65535, không phải "${process.env.PORT}".`);
  }
  process.env.PORT = String(port);
  return port;
}

/**
 * Checks that this process can listen there.
 * @throws {UserError}
 * @param {number} port
 * @param {string} host
 */
export async function checkPort(port, host) {
  try {
    await listenBriefly(port, host);
  } catch (error) {
    throw portError(error, port, host);
  }
}

/** Turns a listen error into a message that says what to do. */
export function portError(error, port, host) {
  const another = `Hãy dừng chương trình đó, hoặc chọn cổng khác: PORT=${port === 1400 ? 1500 : 1400} npm start`;
  if (error.code === 'EADDRINUSE') return new UserError(`Cổng ${port} đang bị một chương trình khác dùng.\n${another}`);
  if (error.code === 'EACCES') {
    return new UserError(`Tài khoản này không được mở cổng ${port}. Hãy chọn cổng từ 1024: PORT=1400 npm start`);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new UserError(`Máy này không có địa chỉ "${host}". Hãy sửa hoặc bỏ HOST.`);
  }
  return error;
}

function listenBriefly(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}
