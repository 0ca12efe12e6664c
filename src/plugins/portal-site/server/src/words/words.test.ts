import english from './en.json';
import vietnamese from './vi.json';

test('both languages have the same words, with the same places to fill', () => {
  const placesOf = (words: object) =>
    Object.entries(words).map(([key, word]) => [
      key,
      String(word)
        .match(/\{\w+\}/g)
        ?.sort() ?? [],
    ]);
  const sorted = (words: object) => Object.fromEntries(placesOf(words));
  expect(sorted(english)).toEqual(sorted(vietnamese));
});
