import type { LabelledPlugin } from './labelled-plugin';

type Attribute = { visible?: boolean };
type ContentTypes = Record<
  string,
  { schema: { info: { displayName: string }; attributes: Record<string, object | Attribute> } }
>;

/**
 * Declares the tests of a plugin's labels; to be called in a test file beside its translations.
 *
 * @param checks the messages of its checks, without their prefix
 */
export function testLabels(labels: LabelledPlugin, contentTypes: ContentTypes, checks: readonly string[] = []): void {
  describe.each(Object.entries(labels.translations))('the panel in %s', (_locale, strings) => {
    it('has a label and a hint for each field that it shows, its checks, and no string for anything else', () => {
      const expected = [...expectedKeys(contentTypes), ...checks.map((check) => `checks.${check}`)];
      expect(Object.keys(strings).sort()).toEqual(expected.sort());
    });

    it.each(Object.entries(strings).filter(([key]) => key.endsWith('.hint')))('%s is one line', (_key, hint) => {
      expect(hint).toMatch(/^\S.{5,158}[.?]$/);
    });
  });

  it('knows each content type by the display name of its schema', () => {
    const displayNames = Object.entries(contentTypes).map(([name, { schema }]) => [name, schema.info.displayName]);
    expect(labels.contentTypes).toEqual(Object.fromEntries(displayNames));
  });
}

const expectedKeys = (contentTypes: ContentTypes): string[] => [
  'plugin.name',
  'plugin.description',
  ...Object.entries(contentTypes).flatMap(([contentType, { schema }]) => [
    contentType,
    ...Object.entries(schema.attributes)
      .filter(([, attribute]) => (attribute as Attribute).visible !== false)
      .flatMap(([field]) => [`${contentType}.${field}`, `${contentType}.${field}.hint`]),
  ]),
];
