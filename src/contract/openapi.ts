import { z } from 'zod';
import { oneAddress } from './address';
import { componentSchemas, referenceTo, sharedSchemas } from './components';
import type { NamedSchemas, Operation } from './operation';
import { gone, problem } from './problem';

const INTRODUCTION = `What the portal's front end reads. Every path answers GET, HEAD, and OPTIONS for CORS, needs no credentials, and
shows only what is visible now. Fields may be added; none is renamed, retyped or dropped within version 1.

Every 200 has a strong ETag and honours If-None-Match. Unknown, repeated or malformed parameters are a 400 that names
the parameter.`;

/** Of the software that answers. */
const LICENCE = { name: 'MIT', identifier: 'MIT' };

const shared = (schema: z.ZodType) => ({
  content: { 'application/json': { schema: referenceTo(schema, sharedSchemas)! } },
});

const caching = {
  'Cache-Control': {
    description: 'How long the answer may be kept: never past the instant at which time changes it.',
    schema: { type: 'string' },
  },
};

/**
 * The contract as OpenAPI 3.1, from the schemas that check its answers.
 *
 * @param baseUrl under which the paths stand
 * @param named the schemas that the operations' answers are made of; an answer without a name is described as an object
 */
export function openApi(baseUrl: string, operations: readonly Operation[], named: NamedSchemas) {
  const schemas = { ...sharedSchemas, ...named };
  const described = (operation: Operation) => ({
    operationId: operation.operationId,
    summary: operation.summary,
    description: operation.description ?? `${operation.summary}.`,
    parameters: [...slugsIn(operation.path), ...queryParameters(operation.parameters)],
    responses: responses(operation, schemas),
  });
  return {
    openapi: '3.1.1',
    info: {
      title: 'Portal Newsroom',
      version: '1.0.0',
      description: INTRODUCTION,
      contact: { name: 'The portal', url: new URL('/', baseUrl).href },
      license: LICENCE,
    },
    servers: [{ url: baseUrl }],
    security: [],
    paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: described(operation) }])),
    components: { schemas: componentSchemas(schemas) },
  };
}

const slugsIn = (path: string) =>
  path.includes('{slug}')
    ? [
        {
          name: 'slug',
          in: 'path',
          required: true,
          description: 'Its present slug. A former one is a 301 where the operation has it, else a 404.',
          schema: { type: 'string', minLength: 1 },
        },
      ]
    : [];

/**
 * As they are sent, before they are parsed. `meta.openapi` of a parameter has its description in English, since that of the
 * parameter itself is for the message of a 400, and a schema where its pattern would say less.
 */
function queryParameters(parameters: z.ZodObject) {
  const { properties = {}, required = [] } = z.toJSONSchema(parameters, { io: 'input' });
  return Object.entries(properties as Record<string, Record<string, unknown>>).map(([name, property]) => {
    const { openapi, ...pattern } = property;
    delete pattern.description;
    const { description, ...schema } = (openapi ?? {}) as Record<string, unknown>;
    const isDescribed = Object.keys(schema).length > 0;
    return {
      name,
      in: 'query',
      required: required.includes(name),
      description,
      schema: isDescribed ? schema : pattern,
    };
  });
}

function responses(
  { answer, mediaType = 'application/json', canBeAbsent, canLeave, path }: Operation,
  schemas: NamedSchemas,
) {
  const schema = referenceTo(answer, schemas) ?? { type: mediaType === 'application/json' ? 'object' : 'string' };
  return {
    200: {
      description: 'What is visible now.',
      headers: { ...caching, ETag: { description: 'Of these bytes alone.', schema: { type: 'string' } } },
      content: { [mediaType]: { schema } },
    },
    ...(canLeave && {
      301: {
        description: 'It has another slug now: the same facts as the Location.',
        headers: { ...caching, Location: { description: 'Its path in this contract.', schema: { type: 'string' } } },
        ...shared(oneAddress),
      },
    }),
    304: { description: 'The bytes that If-None-Match names are still these.' },
    400: {
      description: 'A parameter is unknown, repeated or malformed; `details.parameter` names it.',
      ...shared(problem),
    },
    ...((canBeAbsent || path.includes('{slug}')) && {
      404: { description: 'Nothing was ever public here.', ...shared(problem) },
    }),
    ...(canLeave && {
      410: { description: 'It was here and is gone, or moved to a page of another kind.', ...shared(gone) },
    }),
    503: {
      description: 'The database is away for the moment, or asked for more than it can answer.',
      headers: {
        'Retry-After': { description: 'Seconds, when it is asked for too much.', schema: { type: 'integer' } },
      },
      ...shared(problem),
    },
  };
}
