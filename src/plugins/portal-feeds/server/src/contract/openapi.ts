import { z } from 'zod';
import { componentSchemas, referenceTo } from './components';
import { operations, type Operation } from './operations';
import { gone, problem } from './problem';
import { oneAddress } from './address';

const INTRODUCTION = `What the portal's front end reads. Every path answers GET, HEAD, and OPTIONS for CORS, needs no credentials, and
shows only what is visible now. Fields may be added; none is renamed, retyped or dropped within version 1.

Every 200 has a strong ETag and honours If-None-Match. Unknown, repeated or malformed parameters are a 400 that names
the parameter.`;

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema: referenceTo(schema) } } });

const caching = {
  'Cache-Control': {
    description: 'How long the answer may be kept: never past the instant at which time changes it.',
    schema: { type: 'string' },
  },
};

/** The contract as OpenAPI 3.1, from the schemas that check its answers. Paths stand under `publicUrl`. */
export function openApi(publicUrl: string) {
  return {
    openapi: '3.1.1',
    info: { title: 'Portal Newsroom', version: '1.0.0', description: INTRODUCTION },
    servers: [{ url: `${publicUrl}/api/portal/v1` }],
    paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: described(operation) }])),
    components: { schemas: componentSchemas() },
  };
}

function described(operation: Operation) {
  const { handler, summary, parameters, path } = operation;
  return {
    operationId: handler.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    parameters: [...slugsIn(path), ...queryParameters(parameters)],
    responses: responses(operation),
  };
}

const slugsIn = (path: string) =>
  path.includes('{slug}')
    ? [{ name: 'slug', in: 'path', required: true, schema: { type: 'string', minLength: 1 } }]
    : [];

/** As they are sent, before they are parsed; `meta.openapi` of a parameter says it better than its pattern. */
function queryParameters(parameters: z.ZodObject) {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters, { io: 'input' });
  return Object.entries(properties as Record<string, Record<string, unknown>>).map(([name, property]) => {
    const { description, openapi, ...schema } = property;
    return { name, in: 'query', required: required.includes(name), description, schema: openapi ?? schema };
  });
}

function responses({ answer, canLeave, path, parameters }: Operation) {
  const isDocument = path === '/openapi.json';
  const canBeAbsent = path.includes('{slug}') || path === '/latest-news' || 'url' in parameters.shape;
  return {
    200: {
      description: 'What is visible now.',
      headers: { ...caching, ETag: { description: 'Of these bytes alone.', schema: { type: 'string' } } },
      ...(isDocument ? { content: { 'application/json': { schema: { type: 'object' } } } } : json(answer)),
    },
    ...(canLeave && {
      301: {
        description: 'It has another slug now: the same facts as the Location.',
        headers: { ...caching, Location: { description: 'Its path in this contract.', schema: { type: 'string' } } },
        ...json(oneAddress),
      },
    }),
    304: { description: 'The bytes that If-None-Match names are still these.' },
    400: {
      description: 'A parameter is unknown, repeated or malformed; `details.parameter` names it.',
      ...json(problem),
    },
    ...(canBeAbsent && { 404: { description: 'Nothing was ever public here.', ...json(problem) } }),
    ...(canLeave && {
      410: { description: 'It was here and is gone, or moved to a page of another kind.', ...json(gone) },
    }),
    503: {
      description: 'The database is away for the moment, or asked for more than it can answer.',
      headers: {
        'Retry-After': { description: 'Seconds, when it is asked for too much.', schema: { type: 'integer' } },
      },
      ...json(problem),
    },
  };
}
