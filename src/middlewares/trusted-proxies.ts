import { isIP } from 'node:net';
import type { Core } from '@strapi/strapi';
import type { Middleware } from 'koa';
import proxyAddr from 'proxy-addr';

/** What Koa believes about the client of a request, from any sender, while `server.proxy.koa` is on. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-proto'];

/**
 * Lets only the configured proxies say from which address, and whether over TLS, a request came. `X-Forwarded-For` then
 * holds one address: the last that is none of theirs, so that what a client writes into that header is not believed.
 * Must come before every middleware that asks.
 *
 * @param config `proxies`: addresses and networks, such as `10.0.0.0/8`, or `loopback`, `linklocal`, `uniquelocal`
 * @throws an Error when one is neither
 */
export default ({ proxies }: { proxies: string[] }, { strapi }: { strapi: Core.Strapi }): Middleware => {
  const isTrusted = trustOf(proxies);
  if (proxies.length === 0 && strapi.config.get<string>('server.url').startsWith('https:')) {
    strapi.log.warn(
      'PUBLIC_URL là địa chỉ https nhưng chưa đặt TRUSTED_PROXIES: cookie không có thuộc tính Secure, ' +
        'và mọi người dùng chung một giới hạn đăng nhập theo địa chỉ của proxy.',
    );
  }
  return ({ req }, next) => {
    const { headers, socket } = req;
    // Absolute addresses come from the configuration.
    delete headers['x-forwarded-host'];
    if (isTrusted(socket.remoteAddress ?? '', 0)) {
      const client = proxyAddr(req, isTrusted);
      // Some proxies write a port or "unknown".
      if (isIP(client)) headers['x-forwarded-for'] = client;
      else delete headers['x-forwarded-for'];
    } else {
      for (const name of FORWARDED) delete headers[name];
    }
    return next();
  };
};

function trustOf(proxies: string[]) {
  try {
    return proxyAddr.compile(proxies);
  } catch (cause) {
    const why = 'TRUSTED_PROXIES: cần địa chỉ IP hoặc mạng (ví dụ 10.0.0.0/8), cách nhau bằng dấu phẩy; nhận được';
    throw new Error(`${why} “${proxies.join(',')}”.`, { cause });
  }
}
