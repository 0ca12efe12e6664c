import { differingFields, ownValues } from './differing-fields';

const theirs = { title: 'Của họ', summary: null, agencies: { count: 2 }, body: { type: 'doc' }, revision: 3 };

test('names the fields that would be written over', () => {
  expect(
    differingFields({ title: 'Của tôi', body: { type: 'doc' }, agencies: { connect: [], disconnect: [] } }, theirs),
  ).toEqual(['title']);
  expect(differingFields({ agencies: { connect: [{}], disconnect: [] }, summary: '' }, theirs)).toEqual([
    'agencies',
    'summary',
  ]);
  expect(differingFields({ revision: 1, summary: undefined }, theirs)).toEqual([]);
});

test('leaves links and bookkeeping out of a copy', () => {
  expect(ownValues({ title: 'A', documentId: 'x', agencies: { connect: [{}] }, officials: { count: 1 } })).toEqual({
    title: 'A',
  });
});
