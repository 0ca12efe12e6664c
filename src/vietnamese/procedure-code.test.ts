import { isProcedureCode } from './procedure-code';

it.each(['1.004616.000.00.00.H56', '2.000889.000.00.00.G01'])('takes %s', (code) => {
  expect(isProcedureCode(code)).toBe(true);
});

it.each([
  '',
  '1.004616',
  '1.004616.000.00.00',
  '1.004616.000.00.00.h56',
  '1.4616.000.00.00.H56',
  ' 1.004616.000.00.00.H56',
])('refuses %j', (code) => {
  expect(isProcedureCode(code)).toBe(false);
});
