import type { Newsroom } from './newsroom';

/** The beginning of a definition of public-record's clock, which a test ends with the time that it is. */
export const CLOCK = `CREATE OR REPLACE FUNCTION public_record.clock() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE`;

/** Has public-record answer as at noon of a day of the portal. */
export async function setDay({ sql }: Newsroom, day: string): Promise<void> {
  await sql(`${CLOCK} RETURN timestamptz '${day} 12:00+07'`);
  await sql(`SELECT pg_notify('portal_feeds_changed', '')`);
}

/** The message of a refusal, and the field at which the panel shows it. */
export async function refusal(work: Promise<unknown>): Promise<[field: string, message: string]> {
  const error = await work.then(
    () => {
      throw new Error('It was not refused.');
    },
    (found: { name: string; details?: { errors?: { path: string[]; message: string }[] } }) => found,
  );
  const [problem] = error.details?.errors ?? [];
  if (error.name !== 'ValidationError' || !problem) throw error;
  return [problem.path.join('.'), problem.message];
}
