import { share, withExchangeShares, withProcedureShares } from '.';

it.each([
  [0, 0, null],
  [0, 7, '0.00'],
  [1, 3, '33.33'],
  [2, 3, '66.67'],
  [1, 800, '0.13'],
  [1, 200_000, '0.00'],
  [985, 1000, '98.50'],
  [7, 7, '100.00'],
])('%d of %d is %s per cent', (part, whole, expected) => expect(share(part, whole)).toBe(expected));

it('derives what is never typed', () => {
  const procedures = {
    ...{ received: 100, receivedOnline: 70, receivedInPerson: 30, carriedOver: 10, resolvedEarly: 40 },
    ...{ resolvedOnTime: 45, resolvedLate: 5, pendingInTime: 12, pendingOverdue: 3, returned: 5 },
  };
  expect(withProcedureShares(procedures)).toMatchObject({
    ...{ resolved: 90, pending: 15, onTimeShare: '94.44', onlineShare: '70.00' },
  });
  expect(withProcedureShares({ ...procedures, receivedOnline: null }).onlineShare).toBeNull();
  expect(withExchangeShares({ sent: 50, received: 80, digitallySigned: 120, onTime: 75 })).toMatchObject({
    ...{ onTimeShare: '93.75', digitallySignedShare: '92.31' },
  });
});
