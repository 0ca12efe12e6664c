import { permanentId } from './permanent-id';

it('is the same for ever: readers know entries by it', () => {
  expect(permanentId('article', 'etoeanhs6uny28uzwjlyf0it', 'vi')).toBe(
    'urn:uuid:fc9c4cf7-584f-5afb-9aad-1651dae88123',
  );
});

it('differs by language, document and kind, and is a name-based UUID', () => {
  const ids = [
    permanentId('article', 'a', 'vi'),
    permanentId('article', 'a', 'en'),
    permanentId('article', 'b', 'vi'),
    permanentId('category', 'a', 'vi'),
  ];
  expect(new Set(ids).size).toBe(4);
  for (const id of ids)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
