import { addressFromTyped } from './link-commands';

it('completes what somebody types for an address', () => {
  expect(addressFromTyped(' tayninh.gov.vn/tin-tuc ')).toBe('https://tayninh.gov.vn/tin-tuc');
  expect(addressFromTyped('vanthu@tayninh.gov.vn')).toBe('mailto:vanthu@tayninh.gov.vn');
});

it.each(['', 'https://a.vn', '/tin-tuc', '#muc', 'mailto:a@b.vn', 'javascript:alert(1)', 'họp báo'])(
  'leaves %j as it is',
  (typed) => {
    expect(addressFromTyped(typed)).toBe(typed);
  },
);
