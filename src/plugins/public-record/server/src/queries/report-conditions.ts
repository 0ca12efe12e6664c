import type { ReportFilters } from '../../../../../contract';

/** The conditions of a request on a row of sums or totals, of its days and of its agency. */
export type Conditions = { days(row: string): string[]; agency(row: string): string[] };

/** The values of a request, bound once. `named` is a row source where there is an agency. */
export const conditionsOf = ({ from, to, agency }: ReportFilters, bind: (value: unknown) => string): Conditions => {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : bind(day)));
  return {
    days: (row) => [
      // Both days in both conditions, so that any index of one of them bounds what is read.
      ...(first === undefined ? [] : [`${row}.period_from >= ${first}::date AND ${row}.period_to >= ${first}::date`]),
      ...(last === undefined ? [] : [`${row}.period_from <= ${last}::date AND ${row}.period_to <= ${last}::date`]),
    ],
    agency: (row) => (agency === undefined ? [] : [`${row}.agency_id = (SELECT id FROM named)`]),
  };
};
