import type { z } from 'zod';

/** Where the contract's operations are. */
export const BASE_PATH = '/api/portal/v1';

/** A path of the contract, as its OpenAPI document describes it. */
export type Operation = {
  /** Under the contract's base path, the slug in braces: `/articles/{slug}`. */
  path: string;
  /** The operation's name in generated clients. */
  operationId: string;
  summary: string;
  /** More than the summary says, in Markdown. */
  description?: string;
  /** Each with `meta.openapi.description` in English. */
  parameters: z.ZodObject;
  /** The schema of a 200, by which the tests check every answer. */
  answer: z.ZodType;
  /** The media type of a 200, if not `application/json`. */
  mediaType?: string;
  /** Whether it can be a 404 without a slug in its path. */
  canBeAbsent?: true;
  /** Whether what it shows can have moved (301) or be gone (410). */
  canLeave?: true;
};

/** Schemas by the names that generated clients give to their types. */
export type NamedSchemas = Readonly<Record<string, z.ZodType>>;
