import { z } from 'zod';
import { invalidParameter } from './client-error';

/** A name that may be echoed to the client: no markup, nothing invisible. */
const REPEATABLE = /^[\w.[\]$-]{1,60}$/;

/**
 * The parameters of a request, checked against those of its operation. Read from the raw query string, since Koa's
 * parser makes objects and lists of what the contract knows only as plain strings.
 *
 * @throws ValidationError (400) that names the parameter and its accepted form, and never echoes a value or markup
 */
export function readParameters<Shape extends z.ZodObject>(querystring: string, parameters: Shape): z.infer<Shape> {
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(querystring)) {
    if (!Object.hasOwn(parameters.shape, name)) throw unknownParameter(name, Object.keys(parameters.shape));
    if (name in given) throw invalidParameter(`Tham số ${name} chỉ được có một lần.`, { parameter: name });
    given[name] = value;
  }
  const result = parameters.safeParse({ ...given });
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0]);
  const accepted = acceptedForm(parameters.shape[name] as z.ZodType);
  throw invalidParameter(`Tham số ${name} không đúng dạng. Dạng được chấp nhận: ${accepted}.`, {
    parameter: name,
  });
}

function unknownParameter(name: string, accepted: string[]) {
  const parameter = REPEATABLE.test(name) ? name : undefined;
  const which = parameter ? `Tham số ${parameter} không được chấp nhận.` : 'Có tham số không được chấp nhận.';
  return invalidParameter(`${which} Các tham số được chấp nhận: ${accepted.join(', ')}.`, {
    ...(parameter && { parameter }),
    accepted,
  });
}

/** The description of a parameter; zod keeps it on what `optional()` wraps. */
const acceptedForm = (type: z.ZodType): string | undefined =>
  type.description ?? (type instanceof z.ZodOptional ? acceptedForm(type.unwrap() as z.ZodType) : undefined);

/**
 * The parameters of an address outside the contract's base path, where links get decorated on their way (`utm_…`):
 * unknown and malformed ones are ignored, of repeated ones the first counts.
 */
export function readKnownParameters<Shape extends z.ZodObject>(
  querystring: string,
  parameters: Shape,
): Partial<z.infer<Shape>> {
  const given = new URLSearchParams(querystring);
  const valid = Object.entries(parameters.shape).flatMap(([name, type]) => {
    const { success, data } = (type as z.ZodType).safeParse(given.get(name) ?? undefined);
    return success && data !== undefined ? [[name, data]] : [];
  });
  return Object.fromEntries(valid) as Partial<z.infer<Shape>>;
}
