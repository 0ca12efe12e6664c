/**
 * Keeps the process alive when a promise that nobody awaits is rejected for a known reason, instead of Node's default,
 * which ends it. Strapi reads the database for an event (`emitEvent`) after it has committed and answered, and runs
 * validators side by side of which one fails first: a hiccup of the database ended the process. Any other rejection ends
 * it as before, as an uncaught exception.
 *
 * @param isKnown whether the process can go on
 * @param onKnown is called for each, with the place that the error came from
 * @returns stops it
 */
export function surviveRejections(
  isKnown: (error: unknown) => boolean,
  onKnown: (error: unknown, origin: string) => void,
): () => void {
  const handle = (error: unknown) => {
    if (!isKnown(error)) throw error;
    onKnown(error, originOf(error));
  };
  process.on('unhandledRejection', handle);
  return () => void process.removeListener('unhandledRejection', handle);
}

/** The first place in the stack that is neither Node's nor the driver's; empty where the stack has none. */
function originOf(error: unknown): string {
  const places = String((error as Error | null)?.stack).match(/^ {4}at .+$/gm) ?? [];
  const own = places.find((place) => !/node:|node_modules\/(pg|pg-pool|pg-protocol|knex|tarn)\//.test(place));
  return (
    own
      ?.trim()
      .replace(/^at /, '')
      .replace(/\(?\/\S*\/node_modules\//, '(') ?? ''
  );
}
