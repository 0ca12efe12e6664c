import { panelLanguage } from '../../../../../strapi-internals/panel/preferences';
import en from '../translations/en.json';
import vi from '../translations/vi.json';

export type FileUse = { type: string; locale: string | null; title: string | null; isPublished: boolean };

/** A text of the desk in the panel's language, for what stands outside Strapi's React tree. */
export const say = (label: keyof typeof en): string => (panelLanguage() === 'en' ? en : vi)[label];

const STYLE = `
  .desk-file-uses { pointer-events: auto; width: min(56rem, 90vw); margin: auto; padding: 2.4rem; border: 0;
    border-radius: 4px; font: 1.4rem/1.5 system-ui, sans-serif; color: #32324d; background: #fff; }
  .desk-file-uses::backdrop { background: rgb(33 33 52 / 40%); }
  .desk-file-uses h2 { font-size: 1.8rem; font-weight: 600; margin-bottom: 1.2rem; }
  .desk-file-uses ul { max-height: 30vh; overflow: auto; margin: 1.2rem 0; padding-left: 2rem; list-style: disc; }
  .desk-file-uses label { display: block; font-weight: 600; }
  .desk-file-uses textarea { width: 100%; min-height: 8rem; margin: 0.4rem 0 1.6rem; padding: 0.8rem; font: inherit;
    border: 1px solid #8e8ea9; border-radius: 4px; }
  .desk-file-uses footer { display: flex; justify-content: flex-end; gap: 0.8rem; }
  .desk-file-uses button { padding: 0.8rem 1.6rem; font: inherit; font-weight: 600; cursor: pointer;
    border: 1px solid #8e8ea9; border-radius: 4px; background: #fff; color: inherit; }
  .desk-file-uses button[value=change] { border-color: #b72b1a; background: #b72b1a; color: #fff; }`;

/** Events by which Strapi's own dialog, which may be open below, would close or take the focus back. */
const OWN_EVENTS = ['pointerdown', 'mousedown', 'touchstart', 'focusin', 'focusout'];

/**
 * Shows where files are used, and asks whether to change them all the same.
 *
 * A `dialog` of the browser, since it has to stand above a dialog of Strapi's that is open, and Strapi mounts nothing of
 * a plugin beside its media library.
 *
 * @returns the reason, empty where none is required; null where the person decides against it
 */
export function askReason(kind: 'replace' | 'edit' | 'move' | 'delete', uses: FileUse[], isPublished: boolean) {
  const dialog = make('dialog', { className: 'desk-file-uses' });
  const title = make('h2', { id: 'desk-file-uses', textContent: say('files.used') });
  dialog.setAttribute('aria-labelledby', title.id);
  const reason = make('textarea', { required: true, maxLength: 1000 });
  const label = make('label', { textContent: say('files.reason') });
  label.append(reason);
  const form = make('form', { method: 'dialog' });
  form.append(
    title,
    make('p', { textContent: say(isPublished ? 'files.published' : 'files.drafts') }),
    listOf(uses),
    ...(isPublished ? [label] : []),
    footer(kind),
  );
  dialog.append(make('style', { textContent: STYLE }), form);
  for (const name of OWN_EVENTS) dialog.addEventListener(name, (event) => event.stopPropagation());
  document.body.append(dialog);
  dialog.showModal();

  return new Promise<string | null>((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'change' ? reason.value.trim() : null);
    });
  });
}

function listOf(uses: FileUse[]): HTMLElement {
  const list = make('ul', {});
  for (const { title, isPublished } of uses) {
    const state = say(isPublished ? 'files.isPublished' : 'files.isDraft');
    list.append(make('li', { textContent: `${title ?? say('files.hidden')} (${state})` }));
  }
  return list;
}

function footer(kind: 'replace' | 'edit' | 'move' | 'delete'): HTMLElement {
  const buttons = make('footer', {});
  const cancel = make('button', { type: 'submit', value: 'cancel', formNoValidate: true });
  cancel.textContent = say('files.cancel');
  const change = make('button', { type: 'submit', value: 'change', textContent: say(`files.${kind}`) });
  buttons.append(cancel, change);
  return buttons;
}

const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);
