import { REPORT_VIEWS } from '../report-views';
import { REPORT_CHART, reportChart } from './report-scale';

const { zero, top, width, share } = REPORT_CHART;
const month = (counts: object) => ({ onTimeShare: null, ...counts });
const procedures = (...rows: object[]) => reportChart(rows.map(month), REPORT_VIEWS.procedures.bars);
const exchange = (...rows: object[]) => reportChart(rows.map(month), REPORT_VIEWS.exchange.bars);

test('bars are stacked from nought, as long as their counts', () => {
  const { columns, lines } = procedures(
    { resolvedEarly: 100, resolvedOnTime: 50, resolvedLate: 50 },
    { resolvedEarly: 0, resolvedOnTime: 100, resolvedLate: 0 },
  );
  expect(lines.map(({ count }) => count)).toEqual([50, 100, 150, 200]);
  expect(lines.at(-1)!.y).toBe(top);
  const [first, second] = columns.map(({ segments }) => segments);
  expect(first!.map(({ look, height }) => [look, height])).toEqual([
    ['solid', 60],
    ['tint', 30],
    ['hatched', 30],
  ]);
  expect(first!.map(({ y, height }) => y + height)).toEqual([zero, zero - 60, zero - 90]);
  expect(second!.map(({ look, height }) => [look, height])).toEqual([['tint', 60]]);
});

test('bars that are compared stand beside each other, within the chart', () => {
  const { columns, left } = exchange({ sent: 10, received: 20 }, { sent: 30, received: 5 });
  const boxes = columns.flatMap(({ segments }) => segments);
  expect(boxes.map(({ height }) => height)).toEqual([40, 80, 120, 20]);
  boxes.slice(1).forEach((box, index) => expect(box.x).toBeGreaterThanOrEqual(boxes[index]!.x + boxes[index]!.width));
  expect(boxes[0]!.x).toBeGreaterThan(left);
  expect(boxes.at(-1)!.x + boxes.at(-1)!.width).toBeLessThan(width);
});

test('a count too small to be seen is seen, and none is not', () => {
  const [column] = procedures({ resolvedEarly: 99_999, resolvedOnTime: 0, resolvedLate: 1 }).columns;
  expect(column!.segments.map(({ look, height }) => [look, height])).toEqual([
    ['solid', 120],
    ['hatched', 1.5],
  ]);
});

test.each([
  [1, [1]],
  [4, [1, 2, 3, 4]],
  [5, [2, 4, 6]],
  [37, [10, 20, 30, 40]],
  [1_000_000, [500_000, 1_000_000]],
])('the lines of %d are round', (count, lines) => {
  expect(exchange({ sent: count, received: 0 }).lines.map((line) => line.count)).toEqual(lines);
});

test('nothing at all is drawn as nothing', () => {
  const { columns, shareFloor } = exchange({ sent: 0, received: 0 });
  expect([columns[0]!.segments, shareFloor]).toEqual([[], null]);
});

test.each([
  [['98.00', '100.00'], 90],
  [['89.99', '100.00'], 80],
  [['0.00'], 0],
  [['100.00', null], 90],
])('the line of shares %j begins at %d%%', (shares, floor) => {
  const chart = exchange(...shares.map((onTimeShare) => ({ onTimeShare, sent: 1, received: 1 })));
  expect(chart.shareFloor).toBe(floor);
  chart.columns.forEach(({ share: place }, index) => {
    if (shares[index] === null) expect(place).toBeNull();
    if (shares[index] === '100.00') expect(place).toBe(share.top);
    if (shares[index] === '0.00') expect(place).toBe(share.bottom);
  });
});
