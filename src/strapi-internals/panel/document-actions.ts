export const SAVE_ACTION = 'update';

/** The actions that publish and unpublish a document. */
export const PUBLISHING_ACTIONS = ['publish', 'unpublish'];

/** The actions that send a form, by their `type`. A true answer of their `onClick` keeps the action's dialog closed. */
export const SAVING_ACTIONS = ['publish', SAVE_ACTION];

/** Whether a key saves or publishes the form: Ctrl or Cmd with Enter, Shift+Enter or S. Strapi listens on the window. */
export function isSaveShortcut({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): boolean {
  if (!ctrlKey && !metaKey) return false;
  return key.toLowerCase() === 'enter' || (key.toLowerCase() === 's' && !shiftKey);
}

/** Whether a key that saves or publishes publishes: Enter with shift. */
export const isPublishShortcut = ({ shiftKey }: KeyboardEvent): boolean => shiftKey;

/** The action, in the header of a form and in the rows of a list, that deletes a document in all languages. */
export const DELETE_ACTION = 'delete';

/** The action that deletes a document in the language of its form. It has no type; i18n puts it before that of all. */
export function languageDeletion<Action extends { type?: string }>(actions: Action[]): Action | undefined {
  const before = actions[actions.findIndex(({ type }) => type === DELETE_ACTION) - 1];
  return before?.type === undefined ? before : undefined;
}
