import { checkRows, LARGEST_COUNT, MOST_FIELDS, type ReportRow } from '.';

const procedures: ReportRow<'procedure-progress'> = {
  ...{ field: null, received: 100, receivedOnline: 70, receivedInPerson: 30, carriedOver: 10 },
  ...{ resolvedEarly: 40, resolvedOnTime: 45, resolvedLate: 5, pendingInTime: 12, pendingOverdue: 3, returned: 5 },
};
const exchange: ReportRow<'document-exchange'> = {
  ...{ field: null, sent: 50, received: 80, digitallySigned: 120, onTime: 75 },
};
const messages = (kind: 'procedure-progress' | 'document-exchange', rows: unknown) => {
  const result = checkRows(kind, rows);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')} ${message}`);
};

it('accepts what adds up, and leaves out what may be left out', () => {
  expect(checkRows('procedure-progress', [procedures])).toEqual({ ok: true, value: [procedures] });
  const short = { ...procedures, receivedOnline: undefined, receivedInPerson: undefined };
  expect(checkRows('procedure-progress', [short])).toMatchObject({
    value: [{ receivedOnline: null, receivedInPerson: null }],
  });
  expect(checkRows('document-exchange', [exchange])).toEqual({ ok: true, value: [exchange] });
  expect(checkRows('document-exchange', null)).toEqual({ ok: true, value: [] });
});

it('says which count is off, and by how much', () => {
  expect(messages('procedure-progress', [{ ...procedures, returned: 1005 }])).toEqual([
    '0.carriedOver Dòng 1: tiếp nhận trong kỳ cộng kỳ trước chuyển sang là 110, nhưng đã giải quyết (90) cộng đang giải quyết (15) cộng trả lại, rút (1.005) là 1.110: lệch 1.000',
  ]);
  expect(messages('procedure-progress', [{ ...procedures, field: 'Đất đai', receivedOnline: 71 }])).toEqual([
    '0.received Dòng 1 “Đất đai”: “Tiếp nhận trong kỳ” là 100, nhưng trực tuyến (71) cộng trực tiếp, bưu chính (30) là 101: lệch 1',
  ]);
  expect(messages('procedure-progress', [{ ...procedures, receivedOnline: 101, receivedInPerson: null }])).toEqual([
    '0.receivedOnline Dòng 1: “Tiếp nhận trực tuyến” (101) nhiều hơn “Tiếp nhận trong kỳ” (100): lệch 1',
  ]);
  expect(messages('document-exchange', [{ ...exchange, digitallySigned: 131 }])[0]).toContain('(131)');
  expect(messages('document-exchange', [{ ...exchange, onTime: 90 }])[0]).toContain('lệch 10');
});

it.each([
  [-1, 'không thể là số âm'],
  [1.5, 'phải là số nguyên, không có phần lẻ'],
  [LARGEST_COUNT + 1, 'lớn quá 999.999.999'],
  ['100', 'cần một số nguyên, ví dụ 1234'],
  [null, 'còn trống'],
  [undefined, 'còn trống'],
  [{ typed: '1,5' }, '“1,5” không phải là số nguyên; hãy viết như 1234 hoặc 1.234'],
  [{}, 'cần một số nguyên, ví dụ 1234'],
  [Infinity, 'phải là số nguyên, không có phần lẻ'],
])('refuses the count %j', (sent, message) => {
  if (sent === Infinity) message = 'lớn quá 999.999.999';
  expect(messages('document-exchange', [{ ...exchange, sent }])).toEqual([`0.sent Dòng 1, “Văn bản gửi”: ${message}`]);
});

it('reads what may be left out like any other count', () => {
  const problem = (receivedOnline: unknown) => messages('procedure-progress', [{ ...procedures, receivedOnline }])[0];
  expect(problem('7')).toBe('0.receivedOnline Dòng 1, “Tiếp nhận trực tuyến”: cần một số nguyên, ví dụ 1234');
  expect(problem(-1)).toContain('không thể là số âm');
});

it('has a row a field, or one row in all', () => {
  expect(messages('document-exchange', [exchange, { ...exchange, field: 'Đất đai' }])).toEqual([
    '0.field Dòng 1: có nhiều dòng thì mỗi dòng phải ghi lĩnh vực',
  ]);
  // Tone styles, capitals and spaces do not make another field.
  const rows = [
    { ...exchange, field: 'Văn hóa' },
    { ...exchange, field: ' văn  hoá' },
  ];
  expect(messages('document-exchange', rows)).toEqual(['1.field Dòng 2: lĩnh vực “văn hoá” đã có ở dòng 1']);
});

it('takes a bounded list, and tells what else it is', () => {
  const many = (length: number, row: unknown) => Array.from({ length }, () => row);
  expect(messages('document-exchange', many(MOST_FIELDS + 1, exchange))).toEqual([
    ` Số liệu: có quá ${MOST_FIELDS} lĩnh vực`,
  ]);
  expect(messages('document-exchange', many(MOST_FIELDS, { ...exchange, sent: -1 }))).toHaveLength(20);
  expect(messages('document-exchange', {})).toEqual([' Số liệu: cần một danh sách']);
  expect(messages('document-exchange', [null])).toEqual(['0 Dòng 1: cần một dòng số liệu']);
  expect(messages('document-exchange', [{ ...exchange, total: 1 }])).toEqual([
    '0 Dòng 1: có phần không được chấp nhận',
  ]);
});
