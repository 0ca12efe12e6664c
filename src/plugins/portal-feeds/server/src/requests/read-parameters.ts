import { errors } from '@strapi/utils';
import type { z } from 'zod';

/**
 * The parameters of a request, checked against what the route takes. Read from the raw query string, since the parser
 * in front of it would make objects and lists of what the contract knows only as plain strings.
 *
 * @throws ValidationError (400) that names the parameter and its accepted form, and never repeats what was sent.
 */
export function readParameters<Shape extends z.ZodObject>(querystring: string, parameters: Shape): z.infer<Shape> {
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(querystring)) {
    if (!Object.hasOwn(parameters.shape, name)) {
      throw new errors.ValidationError(
        `Có tham số không được chấp nhận. Các tham số được chấp nhận: ${Object.keys(parameters.shape).join(', ')}.`,
        { accepted: Object.keys(parameters.shape) },
      );
    }
    if (name in given) throw new errors.ValidationError(`Tham số ${name} chỉ được có một lần.`, { parameter: name });
    given[name] = value;
  }
  const result = parameters.safeParse({ ...given });
  if (result.success) return result.data;
  const name = String(result.error.issues[0]?.path[0]);
  throw new errors.ValidationError(
    `Tham số ${name} không đúng dạng. Dạng được chấp nhận: ${accepted(parameters, name)}.`,
    {
      parameter: name,
    },
  );
}

const accepted = (parameters: z.ZodObject, name: string): string =>
  (parameters.shape[name] as z.ZodType | undefined)?.description ?? 'xem tài liệu';
