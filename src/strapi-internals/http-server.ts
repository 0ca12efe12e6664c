import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Core } from '@strapi/strapi';

/** Answers a request; settles once Koa has finished with it. */
type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/**
 * Puts a listener in front of Strapi's own, which is Koa's callback, so that a cached answer costs no middleware.
 * Strapi documents no such place; its HTTP server exists from `createStrapi` on, before it listens.
 *
 * @param intercept makes the listener from the handler that Strapi would have been called as
 * @returns puts Strapi's own listeners back
 */
export function interceptRequests(
  strapi: Core.Strapi,
  intercept: (next: RequestHandler) => RequestListener,
): () => void {
  const { httpServer } = strapi.server;
  const own = httpServer.listeners('request') as RequestListener[];
  const next: RequestHandler = (request, response) =>
    Promise.all(own.map((listener) => listener.call(httpServer, request, response)));
  httpServer.removeAllListeners('request').on('request', intercept(next));
  return () => {
    httpServer.removeAllListeners('request');
    for (const listener of own) httpServer.on('request', listener);
  };
}

/** Handles errors of a response that has begun, which no middleware sees; Koa's default prints a stack trace. */
export function onResponseError(strapi: Core.Strapi, handle: (error: Error & { code?: unknown }) => void): void {
  strapi.server.app.onerror = handle;
}
