import { DOCUMENT_TYPES } from './document-number';
import { DOCUMENT_TYPE_NAMES } from './document-type-names';

it('has a name for each type that a number may have, and for no other', () => {
  expect(Object.keys(DOCUMENT_TYPE_NAMES).sort()).toEqual([...DOCUMENT_TYPES].sort());
});
