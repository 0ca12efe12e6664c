import { excerpt } from './excerpt';

it.each([
  ['', null],
  [' \n ', null],
  ['Một  dòng.\n\nDòng hai.', 'Một dòng. Dòng hai.'],
  ['từ '.repeat(300), `${'từ '.repeat(99)}từ…`],
  ['😀'.repeat(400), `${'😀'.repeat(299)}…`],
])('of %j is %j', (text, expected) => {
  expect(excerpt(text)).toBe(expected);
});
