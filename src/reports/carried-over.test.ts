import { carriedOverDifferences, type ReportRow } from '.';

const row = (field: string | null, carriedOver: number, pendingInTime = 0, pendingOverdue = 0) =>
  ({ field, carriedOver, pendingInTime, pendingOverdue }) as ReportRow<'procedure-progress'>;

it('compares what is carried over with what the last period left, field by field', () => {
  const last = [row('Đất đai', 0, 10, 5), row('Văn hóa', 0, 3), row('Y tế', 0, 2), row('Xây dựng', 0)];
  // Tone styles and spaces do not make another field.
  expect(carriedOverDifferences([row('Đất đai', 14), row('văn  hoá', 3), row('Nội vụ', 1)], last)).toEqual([
    { field: 'Đất đai', carriedOver: 14, pending: 15 },
    { field: 'Y tế', carriedOver: 0, pending: 2 },
    { field: 'Nội vụ', carriedOver: 1, pending: 0 },
  ]);
});

it('compares the sums where one of the two has no fields', () => {
  const fields = [row('Đất đai', 4, 10), row('Y tế', 6, 5)];
  expect(carriedOverDifferences([row(null, 15)], fields)).toEqual([]);
  expect(carriedOverDifferences(fields, [row(null, 0, 11)])).toEqual([{ field: null, carriedOver: 10, pending: 11 }]);
  expect(carriedOverDifferences([row(null, 3)], [row(null, 0, 4)])).toEqual([
    { field: null, carriedOver: 3, pending: 4 },
  ]);
});
