import { readdirSync, readFileSync } from 'node:fs';
import { testTextCost } from '../../tests/helpers/text-cost';
import { checkValues, valueProblem } from './attribute-values';
import { normaliseStrings } from './normalise-strings';
import type { DocumentContext } from './written-data';

const TYPES = ['string', 'text', 'uid', 'integer', 'date', 'datetime', 'enumeration', 'boolean', 'json'];
/** Those by which the schemas of this project check texts. */
const REGEXES = readdirSync('src/plugins', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('/schema.json'))
  .flatMap((file) => [...readFileSync(`src/plugins/${file}`, 'utf8').matchAll(/"regex": (".*")/g)])
  .map(([, regex]) => JSON.parse(regex!) as string);

const writing = (text: string): DocumentContext =>
  ({
    uid: 'plugin::newsroom.article',
    action: 'create',
    params: { data: Object.fromEntries(TYPES.map((type) => [type, text])) },
    contentType: { attributes: Object.fromEntries(TYPES.map((type) => [type, { type, enum: ['a'] }])) },
  }) as unknown as DocumentContext;
const next = async () => undefined as never;

testTextCost('src/documents', {
  timed: {
    'attribute-values.ts#checkValues': (text) => checkValues('newsroom')(writing(text), next),
    'attribute-values.ts#valueProblem': (text) => [
      ...TYPES.map((type) => valueProblem({ type }, text)),
      ...REGEXES.flatMap((regex) => [
        valueProblem({ type: 'string', regex }, `/${text}`),
        valueProblem({ type: 'string', regex }, `https://${text}`),
      ]),
    ],
    'normalise-strings.ts#normaliseStrings': (text) => normaliseStrings('newsroom')(writing(text), next),
  },
});
