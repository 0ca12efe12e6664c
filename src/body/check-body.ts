import { exceededLimit } from './limits';
import { normaliseBody } from './normalise-body';
import { positionInBody } from './position-in-body';
import { problemMessage } from './problem-message';
import { type Body, bodySchema } from './schema';

/** `path` is the way of keys into the document, `message` a sentence in Vietnamese that names the place. */
type Problem = { path: (string | number)[]; message: string };

/** What came of a check: the body as it is stored, or the first problems. */
type Checked = { ok: true; body: Body } | { ok: false; problems: Problem[] };

const MOST_PROBLEMS = 20;

/**
 * Normalises a value of any shape and checks it against the closed schema of a body.
 * It never throws, whatever the value's depth, size or shape, and never changes it.
 */
export function checkBody(value: unknown): Checked {
  const tooMuch = exceededLimit(value);
  if (tooMuch) return { ok: false, problems: [{ path: [], message: tooMuch }] };

  const normalised = normaliseBody(value);
  const { success, data, error } = bodySchema.safeParse(normalised, { error: problemMessage });
  if (success) return { ok: true, body: data };

  const problems = error.issues.slice(0, MOST_PROBLEMS).map(({ path, message }) => {
    const place = positionInBody(normalised, path);
    return {
      path: path.filter((key) => typeof key !== 'symbol'),
      message: place ? `${place}: ${message}` : message,
    };
  });
  return { ok: false, problems };
}
