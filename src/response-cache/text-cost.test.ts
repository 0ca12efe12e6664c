import { given, testTextCost } from '../../tests/helpers/text-cost';
import { createCacheKeys } from './cache-key';
import { encode, negotiateEncoding } from './content-encoding';
import { crossOriginHeaders } from './cross-origin';
import { etagMatches, strongEtag } from './etag';

const cacheKeyOf = createCacheKeys([
  {
    path: '/feeds/:slug.:format(rss|atom)',
    parameters: (querystring) => ({ canonical: querystring, isFree: true }),
    isCrossOrigin: true,
  },
]);

testTextCost('src/response-cache', {
  timed: {
    'cache-key.ts#createCacheKeys': (text) => [cacheKeyOf(`/feeds/${text}.rss`), cacheKeyOf(`/feeds/a.rss?${text}`)],
    'content-encoding.ts#encode': given(Buffer.from, async (bytes) => [
      await encode(bytes, 'gzip'),
      await encode(bytes, 'br'),
    ]),
    'content-encoding.ts#negotiateEncoding': negotiateEncoding,
    'cross-origin.ts#crossOriginHeaders': (text) => crossOriginHeaders(['https://portal.example'], text),
    'etag.ts#etagMatches': (text) => etagMatches(text, '"a"'),
    'etag.ts#strongEtag': given(Buffer.from, strongEtag),
  },
  exempt: {
    'takes the configuration, at boot': ['cross-origin.ts#crossOrigin', 'respond-from-cache.ts#createRespondFromCache'],
  },
});
