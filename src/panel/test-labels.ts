type Attribute = { visible?: boolean };
type ContentTypes = Record<string, { schema: { attributes: Record<string, object> } }>;

/** Exactly the keys that a plugin's strings must have: a label and a hint for each field that the panel shows. */
export const expectedKeys = (contentTypes: ContentTypes): string[] => [
  'plugin.name',
  'plugin.description',
  ...Object.entries(contentTypes).flatMap(([contentType, { schema }]) => [
    contentType,
    ...Object.entries(schema.attributes)
      .filter(([, attribute]) => (attribute as Attribute).visible !== false)
      .flatMap(([field]) => [`${contentType}.${field}`, `${contentType}.${field}.hint`]),
  ]),
];
