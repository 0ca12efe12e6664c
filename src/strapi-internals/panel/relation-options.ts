import { isViewConfigurationOpen } from './hooks';

type Field = { type?: string };
type Arguments = { layout: { layout: Field[][][] } };
type KeyUp = { currentTarget: { getAttribute(name: string): string | null }; preventDefault(): void };

/** What a relation field passes on to its box. In place of `list`, `none` has the box leave nothing out. */
const UNFILTERED = {
  autocomplete: 'none',
  'aria-autocomplete': 'list',
  // It would also have each letter choose the last option, which creates a document.
  onKeyUp(event: KeyUp): void {
    if (event.currentTarget.getAttribute('aria-expanded') === 'true') event.preventDefault();
  },
};

/**
 * A handler of `EDIT_LAYOUT_HOOK` that has relation fields offer whatever the server finds. Strapi's field leaves out what
 * does not contain the typed letters as they are.
 */
export function showFoundRelations<Given extends Arguments>(given: Given): Given {
  if (isViewConfigurationOpen()) return given;
  const unfiltered = (field: Field): Field => (field.type === 'relation' ? { ...field, ...UNFILTERED } : field);
  const layout = given.layout.layout.map((panel) => panel.map((row) => row.map(unfiltered)));
  return { ...given, layout: { ...given.layout, layout } };
}
