/** A JSON field's value may arrive as JSON text; what is not JSON stays as it is, for the check to refuse. */
export function parsedJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return value === '' ? null : JSON.parse(value);
  } catch {
    return value;
  }
}

const MOST_SHOWN = 5;

/** What is wrong with a value as one text: the first messages, and how many others there are. */
export function listProblems(problems: readonly { message: string }[]): string {
  const others = problems.length - MOST_SHOWN;
  const shown = problems.slice(0, MOST_SHOWN).map(({ message }) => message);
  return `${shown.join('; ')}${others > 0 ? `; và ${others} lỗi khác` : ''}.`;
}
