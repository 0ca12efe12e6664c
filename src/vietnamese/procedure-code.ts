/**
 * Whether `code` has the form of an administrative procedure's code in the national database, `1.004616.000.00.00.H56`.
 * The last part is the body's own code: H56 is this province. Never throws.
 */
export function isProcedureCode(code: string): boolean {
  return /^\d\.\d{6}\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/.test(code);
}
