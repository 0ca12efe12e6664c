import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { BASE, contractPaths, type ContractPath } from './contract-paths';
import { CANARY } from './hidden-content';
import { FOREIGN_HOST, MARKUP } from './hostile-values';
import type { HostileRequest } from './hostile-requests';
import type { RawAnswer } from './raw-request';
import { syndicationPaths } from './syndication-paths';

const JSON_TYPE = 'application/json; charset=utf-8';
const paths = new Map([...contractPaths, ...syndicationPaths].map((one) => [one.path, one]));

const ALLOWED = new Set([200, 204, 301, 304]);
const NODE_REFUSES = new Set([400, 408, 413, 417, 431]);

/** What gives the inside away: statements, tables, columns, stacks, modules, drivers. */
const INSIDE =
  /\bselect\b.*\bfrom\b|_lnk\b|\bpublished_at\b|\bbody_text\b|relation "|column "|syntax error|invalid (byte|input)|sqlstate|\bknex\b|node_modules|\.(js|ts):\d+|\bat \w+ \(|ECONN|postgres:|ZodError|TypeError|RangeError|URIError/i;

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

const secretsOf = (strapi: Core.Strapi): string[] => {
  const { connection } = strapi.config.get('database') as { connection: { connection: { connectionString: string } } };
  const { password, pathname } = new URL(connection.connection.connectionString);
  const names = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY'];
  return [password, pathname.slice(1), ...names.map((name) => process.env[name]!)];
};

/**
 * What must hold of every answer to anybody: nothing hidden in it, a status that blames nobody but the asker, and an
 * error that says nothing of the inside. Each complaint is a sentence; none is a pass.
 */
export function createOracle(strapi: Core.Strapi): (request: HostileRequest, answer: RawAnswer) => string[] {
  const secrets = secretsOf(strapi);
  const forbidden = [CANARY, FOREIGN_HOST, MARKUP, 'alert(9920)', ...secrets];

  return (request, answer) => {
    const text = `${answer.head}\n${answer.body.toString('utf8')}`;
    const readable = [text, percentDecoded(text), ...cursorsIn(text)].join('\n').toLowerCase();
    return [
      ...forbidden.filter((word) => readable.includes(word.toLowerCase())).map((word) => `it shows ${word}`),
      ...(ALLOWED.has(answer.status) || (answer.status >= 400 && answer.status < 500)
        ? []
        : [`it says ${answer.status}`]),
      ...('set-cookie' in answer.headers ? ['it sets a cookie'] : []),
      ...(answer.headers['access-control-allow-credentials'] ? ['it allows credentials'] : []),
      ...bodyComplaints(request, answer),
    ];
  };
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
  if (status === 200) return issues(of.schema.safeParse(of.type?.includes('xml') ? text : JSON.parse(text)));
  const json: unknown = JSON.parse(text);
  if (status === 301) return leadsOn(of, said.location) ? [] : [`it leads to ${said.location}`];
  const { success, data, error } = failure.safeParse(json);
  if (!success) return [`it is no error of Strapi’s form: ${error.message}`];
  return [
    ...(data.error.status === status ? [] : ['its body gives another status']),
    ...(INSIDE.test(text) ? ['it shows the inside'] : []),
    ...(/[<>]/.test(text) ? ['it has markup'] : []),
    ...(said['cache-control'] ? [] : ['it does not say how long it may be kept']),
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
