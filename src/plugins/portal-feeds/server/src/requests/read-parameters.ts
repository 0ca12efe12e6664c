import { errors } from '@strapi/utils';
import { z } from 'zod';

/** A name that can be repeated to whoever sent it: no markup, nothing invisible. */
const REPEATABLE = /^[\w.[\]$-]{1,60}$/;

/**
 * The parameters of a request, checked against what the route takes. Read from the raw query string, since the parser
 * in front of it would make objects and lists of what the contract knows only as plain strings.
 *
 * @throws ValidationError (400) that names the parameter and its accepted form, and never repeats a value or markup
 */
export function readParameters<Shape extends z.ZodObject>(querystring: string, parameters: Shape): z.infer<Shape> {
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(querystring)) {
    if (!Object.hasOwn(parameters.shape, name)) throw unknownParameter(name, Object.keys(parameters.shape));
    if (name in given) throw new errors.ValidationError(`Tham số ${name} chỉ được có một lần.`, { parameter: name });
    given[name] = value;
  }
  const result = parameters.safeParse({ ...given });
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0]);
  const accepted = acceptedForm(parameters.shape[name] as z.ZodType);
  throw new errors.ValidationError(`Tham số ${name} không đúng dạng. Dạng được chấp nhận: ${accepted}.`, {
    parameter: name,
  });
}

function unknownParameter(name: string, accepted: string[]) {
  const parameter = REPEATABLE.test(name) ? name : undefined;
  const which = parameter ? `Tham số ${parameter} không được chấp nhận.` : 'Có tham số không được chấp nhận.';
  return new errors.ValidationError(`${which} Các tham số được chấp nhận: ${accepted.join(', ')}.`, {
    ...(parameter && { parameter }),
    accepted,
  });
}

/** The description of a parameter; zod keeps it on what `optional()` wraps. */
const acceptedForm = (type: z.ZodType): string | undefined =>
  type.description ?? (type instanceof z.ZodOptional ? acceptedForm(type.unwrap() as z.ZodType) : undefined);
