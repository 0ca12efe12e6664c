import { testTextCost } from '../../tests/helpers/text-cost';
import { invalidParameter } from './client-error';
import { cursorPaging } from './cursor';
import { parameters } from './index';
import { permanentId } from './permanent-id';
import { readKnownParameters, readParameters } from './read-parameters';
import { readSlug } from './read-slug';
import { z } from 'zod';

const known = z.object({ slug: parameters.slug.optional(), locale: z.string().optional() });

testTextCost('src/contract', {
  timed: {
    'client-error.ts#invalidParameter': (text) => invalidParameter(text, { parameter: text }),
    'cursor.ts#cursorPaging': (cursor) =>
      cursorPaging({ path: '/', filters: {}, limit: 1, cursor, position: z.tuple([z.string()]), secret: 'a' }),
    'permanent-id.ts#permanentId': permanentId,
    'read-parameters.ts#readKnownParameters': (text) => [
      readKnownParameters(text, known),
      readKnownParameters(`slug=${text}`, known),
    ],
    'read-parameters.ts#readParameters': (text) => readParameters(`slug=${text}&locale=${text}`, known),
    'read-slug.ts#readSlug': (text) => readSlug(text, 'absent'),
  },
  exempt: { 'takes the operations, at boot': ['openapi.ts#openApi'], 'joins two texts': ['feed.ts#feedAddress'] },
});
