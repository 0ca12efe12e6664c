import { Typography } from '@strapi/design-system';
import {
  countsOf,
  withExchangeShares,
  withProcedureShares,
  type Counts,
  type ReportKind,
} from '../../../../../reports';
import { formatNumber } from '../../../../../vietnamese';
import { columnSum, type FormRow } from './form-rows';
import { useReportWords } from './words';

/** The shares that readers will see of the whole report, once all counts are there. */
export function Shares({ kind, rows }: { kind: ReportKind; rows: readonly FormRow[] }) {
  const say = useReportWords();
  const counts = countsOf(kind).map(({ name, isOptional }) => [name, columnSum(rows, name, isOptional), isOptional]);
  if (counts.some(([, sum, isOptional]) => sum === null && !isOptional)) return null;
  const sums: unknown = Object.fromEntries(counts.map(([name, sum]) => [name, sum]));
  const parts =
    kind === 'procedure-progress'
      ? procedureParts(withProcedureShares(sums as Counts<'procedure-progress'>))
      : exchangeParts(withExchangeShares(sums as Counts<'document-exchange'>));
  const shown = parts.flatMap(([word, share]) => (share === null ? [] : say(word, { share: formatNumber(share) })));
  return shown.length > 0 ? <Typography tag="p">{shown.join('; ')}.</Typography> : null;
}

const procedureParts = ({ onTimeShare, onlineShare }: ReturnType<typeof withProcedureShares>) =>
  [
    ['onTimeShare', onTimeShare],
    ['onlineShare', onlineShare],
  ] as const;

const exchangeParts = ({ onTimeShare, digitallySignedShare }: ReturnType<typeof withExchangeShares>) =>
  [
    ['onTimeShare', onTimeShare],
    ['signedShare', digitallySignedShare],
  ] as const;
