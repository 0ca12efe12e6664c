import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useEffect, useRef } from 'react';
import { isPublishShortcut, isSaveShortcut, SAVE_ACTION } from '../../../../../strapi-internals/panel/document-actions';

/** The forms on the page that can be saved: the one that is opened above another comes after it. */
const forms: object[] = [];

/**
 * Strapi's actions on a document, of which the shortcut that saves concerns the uppermost form only: in the dialog of a
 * relation, Strapi saves the form behind as well.
 */
export const saveUppermostForm = (actions: DocumentActionComponent[]): DocumentActionComponent[] =>
  actions.map((action) => (action.type === SAVE_ACTION ? savingUppermost(action) : action));

function savingUppermost(saveAction: DocumentActionComponent): DocumentActionComponent {
  const Saving: DocumentActionComponent = (props) => {
    const action = saveAction(props);
    const form = useRef({}).current;

    useEffect(() => {
      forms.push(form);
      return () => void forms.splice(forms.indexOf(form), 1);
    }, [form]);

    useEffect(() => {
      const save = (event: KeyboardEvent) => {
        // Strapi itself saves a form that has none above or behind it, and publishes the uppermost.
        if (!isSaveShortcut(event) || isPublishShortcut(event) || forms.length < 2 || forms.at(-1) !== form) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (action && !action.disabled) void action.onClick?.(event as never);
      };
      // Before Strapi's own listeners on the window.
      window.addEventListener('keydown', save, { capture: true });
      return () => window.removeEventListener('keydown', save, { capture: true });
    });
    return action;
  };
  return Object.assign(Saving, saveAction);
}
