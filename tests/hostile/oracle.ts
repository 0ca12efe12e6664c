import { z } from 'zod';
import { BASE, contractPaths, type ContractPath } from './contract-paths';
import { CANARY, CANARY_OF_FILE } from './hidden-content';
import { FOREIGN_HOST, MARKUP } from './hostile-values';
import type { HostileRequest } from './hostile-requests';
import type { Attacked } from './newsroom-under-attack';
import type { RawAnswer } from './raw-request';
import { syndicationPaths } from './syndication-paths';

const JSON_TYPE = 'application/json; charset=utf-8';
const paths = new Map([...contractPaths, ...syndicationPaths].map((one) => [one.path, one]));

const ALLOWED = new Set([200, 204, 206, 301, 304]);
const NODE_REFUSES = new Set([400, 408, 413, 417, 431]);

/** The parameter of a signed address of a file. */
const SIGNED = 'signature=';

/** What gives the inside away: statements, tables, columns, stacks, modules, drivers. */
const INSIDE =
  /\bselect\b.*\bfrom\b|_lnk\b|\bpublished_at\b|\bbody_text\b|relation "|column "|syntax error|invalid (byte|input)|sqlstate|\bknex\b|node_modules|\.(js|ts):\d+|\bat \w+ \(|ECONN|postgres:|\b(Zod|Type|Range|URI)Error\b/i;

/** Strapi's error body. */
const failure = z.strictObject({
  data: z.null(),
  error: z.strictObject({
    status: z.int(),
    name: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
});

/**
 * Finds words in a text that anybody may read: each that stands in it, in whatever case and however a URL or a cursor
 * encodes it.
 */
function wordFinder(words: readonly string[]): (text: string) => string[] {
  const lowerCase = words.map((word) => word.toLowerCase());
  return (text) => {
    const readable = [text, percentDecoded(text), ...cursorsIn(text)].join('\n').toLowerCase();
    return words.filter((_, index) => readable.includes(lowerCase[index]!));
  };
}

type Secret = Pick<Attacked, 'secrets'>;

const hiddenWords = ({ secrets }: Secret) => [CANARY, CANARY_OF_FILE, SIGNED, ...secrets.open, ...secrets.stored];

/**
 * What is hidden, or opens the newsroom, in a line of the log; in that of a request, which names what was asked for, what
 * opens it.
 */
export function leakFinder(attacked: Secret): (line: { level: string; message: string }) => string[] {
  const hiddenIn = wordFinder(hiddenWords(attacked));
  const openingIn = wordFinder([SIGNED, ...attacked.secrets.open]);
  return ({ level, message }) => (level === 'http' ? openingIn(message) : hiddenIn(message));
}

/**
 * What must hold of every answer to anybody: nothing hidden in it, nothing that was sent as an attack, and a status that
 * blames nobody but the asker. Each complaint is a sentence; none is a pass.
 */
export function createLeakOracle(attacked: Secret): (answer: RawAnswer) => string[] {
  const forbiddenIn = wordFinder([...hiddenWords(attacked), FOREIGN_HOST, MARKUP, 'alert(9920)']);
  return ({ head, body, status, headers }) => [
    ...forbiddenIn(`${head}\n${body.toString('utf8')}`).map((word) => `it shows ${word}`),
    ...(ALLOWED.has(status) || (status >= 400 && status < 500) ? [] : [`it says ${status}`]),
    ...('set-cookie' in headers ? ['it sets a cookie'] : []),
    ...(headers['access-control-allow-credentials'] ? ['it allows credentials'] : []),
  ];
}

/** The same, and that the answer is what the contract says: its schema, or an error that says nothing of the inside. */
export function createOracle(attacked: Secret): (request: HostileRequest, answer: RawAnswer) => string[] {
  const complaintsOf = createLeakOracle(attacked);
  return (request, answer) => [...complaintsOf(answer), ...bodyComplaints(request, answer)];
}

function bodyComplaints(
  { method, path, headers }: HostileRequest,
  { status, headers: said, body }: RawAnswer,
): string[] {
  if (method === 'HEAD' || status === 304 || status === 204) {
    const conditional = headers.some(([name]) => name === 'If-None-Match');
    return [
      ...(body.length > 0 ? ['it has a body'] : []),
      ...(status === 304 && !conditional ? ['it is a 304 that nobody asked for'] : []),
    ];
  }
  // Node's own parser refuses what is no HTTP, without a body.
  if (body.length === 0 && NODE_REFUSES.has(status) && said.connection === 'close' && !said['content-type']) return [];
  const of = paths.get(path)!;
  if (said['content-type'] !== (status === 200 ? (of.type ?? JSON_TYPE) : JSON_TYPE))
    return [`it is ${said['content-type']}`];
  const text = body.toString('utf8');
  if (text !== text.normalize('NFC')) return ['it is not NFC'];
  if (status === 200) return issues(of.schema.safeParse(/xml|csv/.test(of.type ?? '') ? text : JSON.parse(text)));
  if (status === 301) return leadsOn(of, said.location) ? [] : [`it leads to ${said.location}`];
  return [
    ...errorComplaints({ status, body }),
    ...(said['cache-control'] ? [] : ['it does not say how long it may be kept']),
  ];
}

/** What must hold of every error in JSON. */
export function errorComplaints({ status, body }: Pick<RawAnswer, 'status' | 'body'>): string[] {
  const text = body.toString('utf8');
  const { success, data, error } = failure.safeParse(JSON.parse(text));
  if (!success) return [`it is no error of Strapi’s form: ${error.message}`];
  return [
    ...(data.error.status === status ? [] : ['its body gives another status']),
    ...(INSIDE.test(text) ? [`it shows the inside: ${text.slice(0, 300)}`] : []),
    ...(/[<>]/.test(text) ? ['it has markup'] : []),
  ];
}

/** To a place of the same kind: of the contract, or a feed. */
const leadsOn = ({ base = BASE }: ContractPath, location = ''): boolean =>
  (base === '' ? /^\/feeds\/(categories|agencies)\/[^/]+\.\w+/ : /^\/api\/portal\/v1\/[^/]/).test(location);

const issues = (result: z.ZodSafeParseResult<unknown>): string[] =>
  result.success ? [] : [`it breaks the contract: ${result.error.message}`];

function percentDecoded(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'));
}

const cursorsIn = (text: string): string[] =>
  [...text.matchAll(/"nextCursor":"([\w-]+)\./g)].map(([, payload]) => Buffer.from(payload!, 'base64url').toString());
