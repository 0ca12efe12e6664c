import type { Counts } from './counts';

/** The counts of procedures, and what is derived from them. Shares are per cent with two places, null of nothing. */
export const withProcedureShares = <Row extends Counts<'procedure-progress'>>(row: Row) => {
  const resolved = row.resolvedEarly + row.resolvedOnTime + row.resolvedLate;
  return {
    ...row,
    resolved,
    pending: row.pendingInTime + row.pendingOverdue,
    onTimeShare: share(row.resolvedEarly + row.resolvedOnTime, resolved),
    onlineShare: row.receivedOnline === null ? null : share(row.receivedOnline, row.received),
  };
};

/** The same of documents: `onTimeShare` of those received, `digitallySignedShare` of all. */
export const withExchangeShares = <Row extends Counts<'document-exchange'>>(row: Row) => ({
  ...row,
  onTimeShare: share(row.onTime, row.received),
  digitallySignedShare: share(row.digitallySigned, row.sent + row.received),
});

/** A part in per cent of a whole, with two places, halves rounded up: `98.50`. Null where the whole is nought. */
export function share(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const [numerator, denominator] = [BigInt(part) * 10_000n, BigInt(whole)];
  const hundredths = ((2n * numerator + denominator) / (2n * denominator)).toString().padStart(3, '0');
  return `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}`;
}
