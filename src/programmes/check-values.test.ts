import { withinCpuTime } from '../../tests/helpers/cpu-time';
import { checkValue, yearsOutside } from '.';
import type { ProgrammeValue, Target } from './values';

const target = {
  name: 'Thu ngân sách',
  unit: 'tỷ đồng',
  qualifier: 'exact',
  increment: false,
  value: '118800',
  dueYear: 2025,
  baseline: { year: 2020, value: '98000.50' },
  planned: [{ year: 2023, value: '110000' }],
  actual: [{ year: 2021, value: '99000', asOf: '2021-12-31', source: 'Cục Thuế' }],
  agencies: ['a1'],
};

const problems = (name: ProgrammeValue, value: unknown) => {
  const result = checkValue(name, value);
  return result.ok ? [] : result.problems.map(({ message }) => message);
};

const ofTarget = (changed: object) => problems('targets', [target, { ...target, ...changed }]);

it('stores a target as it was written, with nothing where nothing was', () => {
  const result = checkValue('targets', [target]);
  expect(result).toEqual({
    ok: true,
    value: [{ ...target, nameEn: null, unitEn: null, actual: [{ ...target.actual[0], sourceEn: null }] }],
  });
});

it('takes nothing for an empty list', () => {
  for (const nothing of [null, undefined, []]) expect(checkValue('targets', nothing)).toEqual({ ok: true, value: [] });
});

it('stores texts in NFC and without control characters, years in order, ids once', () => {
  const result = checkValue('targets', [
    {
      ...target,
      name: ' Thu ngân sa\u0301ch\u0000 ',
      planned: [
        { year: 2024, value: '2' },
        { year: 2022, value: '1' },
      ],
      agencies: ['b', 'a', 'b'],
    },
  ]);
  expect(result).toMatchObject({
    value: [{ name: 'Thu ngân sách', planned: [{ year: 2022 }, { year: 2024 }], agencies: ['b', 'a'] }],
  });
});

it.each<[object, string]>([
  [{ name: ' ' }, 'Mục tiêu 2, tên: còn trống'],
  [{ unit: '' }, 'Mục tiêu 2 “Thu ngân sách”, đơn vị tính: còn trống'],
  [{ value: '' }, 'Mục tiêu 2 “Thu ngân sách”, giá trị: còn trống'],
  [
    { value: { typed: '3.5' } },
    'Mục tiêu 2 “Thu ngân sách”, giá trị: “3.5” không phải là số; hãy viết như 1.125.000 hoặc 3,5',
  ],
  [{ value: 118800 }, 'Mục tiêu 2 “Thu ngân sách”, giá trị: cần một số thập phân, ví dụ "1125000" hoặc "3.5"'],
  [{ value: '1.125.000' }, 'Mục tiêu 2 “Thu ngân sách”, giá trị: cần một số thập phân, ví dụ "1125000" hoặc "3.5"'],
  [{ dueYear: 'năm 2025' }, 'Mục tiêu 2 “Thu ngân sách”, năm phải đạt: cần một năm, ví dụ 2025'],
  [{ qualifier: 'nearly' }, 'Mục tiêu 2 “Thu ngân sách”, mức độ: hãy chọn một mức độ'],
  [
    { baseline: { year: 2025, value: '1' }, planned: [] },
    'Mục tiêu 2 “Thu ngân sách”, giá trị ban đầu, năm: phải trước năm phải đạt (2025)',
  ],
  [{ baseline: { year: 2020, value: '' } }, 'Mục tiêu 2 “Thu ngân sách”, giá trị ban đầu, giá trị: còn trống'],
  [
    { planned: [{ year: 2025, value: '1' }] },
    'Mục tiêu 2 “Thu ngân sách”, kế hoạch năm 2025, năm: phải trước năm phải đạt (2025)',
  ],
  [
    { planned: [{ year: 2020, value: '1' }] },
    'Mục tiêu 2 “Thu ngân sách”, kế hoạch năm 2020, năm: phải sau năm của giá trị ban đầu (2020)',
  ],
  [
    { actual: [{ ...target.actual[0], value: { typed: 'chưa có' } }] },
    'Mục tiêu 2 “Thu ngân sách”, thực hiện năm 2021, giá trị: “chưa có” không phải là số; hãy viết như 1.125.000 hoặc 3,5',
  ],
  [
    { actual: [{ ...target.actual[0], asOf: '2021-02-30' }] },
    'Mục tiêu 2 “Thu ngân sách”, thực hiện năm 2021, số liệu đến ngày: cần một ngày có thật, ví dụ 31/12/2025',
  ],
  [
    { actual: [{ ...target.actual[0], asOf: '2020-12-31' }] },
    'Mục tiêu 2 “Thu ngân sách”, thực hiện năm 2021, số liệu đến ngày: không thể trước năm 2021',
  ],
  [
    { actual: [{ ...target.actual[0], source: '' }] },
    'Mục tiêu 2 “Thu ngân sách”, thực hiện năm 2021, nguồn: còn trống',
  ],
  [
    { actual: [target.actual[0], target.actual[0]] },
    'Mục tiêu 2 “Thu ngân sách”, thực hiện năm 2021, năm: năm này đã có một dòng khác',
  ],
  [{ progress: 'reached' }, 'Mục tiêu 2 “Thu ngân sách”: có phần không được chấp nhận'],
])('says of %j where it is and what is wrong', (changed, message) => {
  expect(ofTarget(changed)).toEqual([message]);
});

it('says the same of the other values', () => {
  expect(problems('tasks', [{ name: '' }])).toEqual(['Nhiệm vụ 1, tên: còn trống']);
  expect(problems('reports', [{ on: '2021-02-19', summary: '' }])).toEqual([
    'Báo cáo tình hình 1, nội dung: còn trống',
  ]);
  expect(
    problems('projects', [
      { name: 'Cảng', funding: [{ source: 'Ngân sách', year: 2021, value: '', unit: 'tỷ đồng' }] },
    ]),
  ).toEqual(['Dự án 1 “Cảng”, vốn dòng 1, giá trị: còn trống']);
  expect(problems('documents', [''])).toEqual(['Văn bản 1: còn trống']);
  expect(problems('targets', 'x')).toEqual(['Mục tiêu: cần một danh sách']);
});

it('names the years outside the period of the programme', () => {
  const result = checkValue('targets', [target]);
  const targets: Target[] = result.ok ? result.value : [];
  expect(yearsOutside(targets, { from: 2021, to: 2025 })).toEqual([]);
  expect(yearsOutside(targets, { from: 2022, to: 2024 })).toEqual([
    {
      path: ['targets', '0', 'dueYear'],
      message: 'Mục tiêu 1 “Thu ngân sách”, năm phải đạt: phải trong thời gian của chương trình (2022–2024)',
    },
    {
      path: ['targets', '0', 'actual', '0', 'year'],
      message: 'Mục tiêu 1 “Thu ngân sách”, thực hiện năm 2021, năm: phải trong thời gian của chương trình (2022–2024)',
    },
  ]);
});

it.each([
  ['rows', Array.from({ length: 20_000 }, () => ({}))],
  ['bad rows', Array.from({ length: 200 }, () => ({}))],
  [
    'figures',
    Array.from({ length: 200 }, () => ({ ...target, planned: Array(200).fill({}), actual: Array(200).fill({}) })),
  ],
])('refuses many %s in time', async (_what, value) => {
  const refused = await withinCpuTime(1_000, () => problems('targets', value));
  expect(refused.length).toBeGreaterThan(0);
});
