import { checkValue } from '../../../../programmes';
import { COUNTS } from '../../../../reports';
import { valueLabels } from './value-labels';

const PREFIX = 'content-manager.content-types.plugin::public-record.';

it('names each count of a report, in both languages', () => {
  const labels = valueLabels('vi');
  for (const { name } of COUNTS['procedure-progress']) {
    expect(labels[`${PREFIX}procedure-report.rows.${name}`]).toEqual(expect.any(String));
  }
  expect(labels[`${PREFIX}procedure-report.rows.resolvedLate`]).toBe('Đã giải quyết: Quá hạn');
  expect(valueLabels('en')[`${PREFIX}exchange-report.rows.sent`]).toBe('Sent');
});

it('names each part of what the fields of a programme store', () => {
  const labels = valueLabels('vi');
  const figure = { year: 2021, value: '1' };
  const later = { year: 2022, value: '1' };
  const actual = { ...later, asOf: '2022-12-31', source: 'Sở Nội vụ' };
  const stored = {
    targets: [
      { name: 'a', unit: 'b', value: '1', dueYear: 2023, baseline: figure, planned: [later], actual: [actual] },
    ],
    tasks: [{ name: 'a' }],
    solutions: [{ name: 'a' }],
    projects: [{ name: 'a', funding: [{ source: 'b', year: 2021, value: '1', unit: 'c' }] }],
    reports: [{ on: '2021-12-31', summary: 'a' }],
  };
  const paths = (value: unknown, path: string): string[] =>
    Array.isArray(value)
      ? value.flatMap((one) => paths(one, path))
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, one]) => [`${path}.${key}`, ...paths(one, `${path}.${key}`)])
        : [];
  for (const [field, rows] of Object.entries(stored)) {
    const result = checkValue(field as keyof typeof stored, rows);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    for (const path of paths(result.value, field)) {
      expect([path, typeof labels[`${PREFIX}programme.${path}`]]).toEqual([path, 'string']);
    }
  }
});
