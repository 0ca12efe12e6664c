import { addressIn, splitLocale } from './locales';

test.each([
  ['/', 'vi', '/'],
  ['/en', 'en', '/'],
  ['/en/', 'en', '/'],
  ['/en/co-quan', 'en', '/co-quan'],
  ['/enormous', 'vi', '/enormous'],
])('%s is %s of %s', (path, locale, rest) => {
  expect(splitLocale(path)).toEqual({ locale, path: rest });
});

test('leads from a page to the same one in the other language', () => {
  expect([addressIn('en', '/'), addressIn('en', '/co-quan'), addressIn('vi', '/co-quan')]).toEqual([
    '/en',
    '/en/co-quan',
    '/co-quan',
  ]);
});
