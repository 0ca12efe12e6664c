import type { z } from 'zod';
import { BASE_PATH, readKnownParameters, readParameters } from '../../../../contract';
import type { CacheableRoute } from '../../../../response-cache';
import { isPublicPath } from './public-paths';
import { feedParameters, feedRoutePath, type Registered, type RegisteredOperation } from './services/registry';

/** An operation's path as the router has it, under the contract's base path: `/articles/:slug`. */
export const operationRoutePath = ({ path }: RegisteredOperation): string => path.replace(/\{(\w+)\}/g, ':$1');

/** The routes whose answers are cached: all that are registered, but for what is streamed. */
export const cacheableRoutes = ({
  operations,
  feeds,
  pages,
}: Pick<Registered, 'operations' | 'feeds' | 'pages'>): CacheableRoute[] => [
  ...operations
    .filter(({ isStreamed }) => !isStreamed)
    .map((operation) => ({
      path: BASE_PATH + operationRoutePath(operation),
      parameters: (querystring: string) => operationParameters(querystring, operation.parameters),
      isCrossOrigin: true,
      isApart: operation.isTyped ?? false,
    })),
  ...feeds.map((feed) => {
    const parameters = feedParameters(feed);
    return {
      path: feedRoutePath(feed),
      parameters: (querystring: string) => ({
        canonical: readKnownParameters(querystring, parameters),
        isFree: false,
      }),
      isCrossOrigin: true,
    };
  }),
  ...pages.map(({ path, parameters, isTyped = false }) => ({
    path,
    parameters: (querystring: string) => {
      const given = new URLSearchParams(querystring);
      return {
        canonical: parameters ? readKnownParameters(querystring, parameters) : {},
        isFree: Object.keys(parameters?.shape ?? {}).some((name) => given.has(name)),
      };
    },
    isCrossOrigin: isPublicPath(path),
    isApart: isTyped,
  })),
];

function operationParameters(querystring: string, parameters: z.ZodObject) {
  try {
    const canonical = readParameters(querystring, parameters);
    const given = [...new URLSearchParams(querystring).keys()];
    // Languages are few.
    return { canonical, isFree: given.some((name) => name !== 'locale') };
  } catch {
    // The route answers it with a 400.
    return null;
  }
}
