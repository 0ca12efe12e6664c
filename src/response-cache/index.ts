export { type CacheableRoute, createCacheKeys } from './cache-key';
export { createCacheListener } from './cache-listener';
export { CacheStore } from './cache-store';
export { crossOrigin } from './cross-origin';
export { Generations } from './generations';
export { createMetrics } from './metrics';
export { createNextChangeTimer } from './next-change-timer';
export { sendBytes, sendJson } from './send';
export { staleIfError } from './stale-if-error';
