import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useForm, useNotification } from '@strapi/strapi/admin';
import { useEffect } from 'react';
import { isSaveShortcut, SAVING_ACTIONS } from '../../strapi-internals/panel/document-actions';
import { useMessages } from './messages';
import { unreadableFields } from './typed-value';

/**
 * The actions of a document's form, those that save among them refused while a day or time cannot be read: the field is
 * marked and focused, and what is typed stays. Strapi has no check of a custom field's value before it sends a form.
 */
export const refuseUnreadable = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions.map((action) =>
    SAVING_ACTIONS.includes(action.type ?? '') && !isGuarded(action) ? guarded(action) : action,
  );

/** Several plugins have such fields, each with a copy of this file. */
const isGuarded = (action: DocumentActionComponent): boolean => 'refusesUnreadable' in action;

function guarded(action: DocumentActionComponent): DocumentActionComponent {
  const GuardedAction: DocumentActionComponent = (props) => {
    const description = action(props);
    const { say } = useMessages();
    const { toggleNotification } = useNotification();
    const getValues = useForm('GuardedAction', (form) => form.getValues);
    const setErrors = useForm('GuardedAction', (form) => form.setErrors);

    const isRefused = (): boolean => {
      const names = unreadableFields(getValues());
      if (names.length === 0) return false;
      // The field itself says what is wrong with its text; the form focuses it, also when it had this error before.
      setErrors({});
      setErrors(Object.fromEntries(names.map((name) => [name, say('notSaved')])));
      toggleNotification({ type: 'danger', message: say('notSaved') });
      return true;
    };

    useEffect(() => {
      const stop = (event: KeyboardEvent) => {
        if (!isSaveShortcut(event) || !isRefused()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      // Before the action's own listener on the window.
      window.addEventListener('keydown', stop, { capture: true });
      return () => window.removeEventListener('keydown', stop, { capture: true });
    });

    if (!description) return description;
    return {
      ...description,
      onClick: async (event) => {
        // What was typed in the same task has reached the form.
        await Promise.resolve();
        return isRefused() || description.onClick?.(event);
      },
    };
  };
  return Object.assign(GuardedAction, action, { refusesUnreadable: true });
}
