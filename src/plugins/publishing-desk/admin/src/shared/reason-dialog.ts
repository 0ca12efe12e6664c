import { panelLanguage } from '../../../../../strapi-internals/panel/preferences';
import en from '../translations/en.json';
import vi from '../translations/vi.json';

/** A text of the desk in the panel's language, for what stands outside Strapi's React tree. */
export const say = (label: keyof typeof en): string => (panelLanguage() === 'en' ? en : vi)[label];

const STYLE = `
  .desk-reason { pointer-events: auto; width: min(56rem, 90vw); margin: auto; padding: 2.4rem; border: 0;
    border-radius: 4px; font: 1.4rem/1.5 system-ui, sans-serif; color: #32324d; background: #fff; }
  .desk-reason::backdrop { background: rgb(33 33 52 / 40%); }
  .desk-reason h2 { font-size: 1.8rem; font-weight: 600; margin-bottom: 1.2rem; }
  .desk-reason ul { max-height: 30vh; overflow: auto; margin: 1.2rem 0; padding-left: 2rem; list-style: disc; }
  .desk-reason label { display: block; margin-top: 1.2rem; font-weight: 600; }
  .desk-reason textarea { width: 100%; min-height: 8rem; margin: 0.4rem 0 1.6rem; padding: 0.8rem; font: inherit;
    font-weight: 400;
    border: 1px solid #8e8ea9; border-radius: 4px; }
  .desk-reason footer { display: flex; justify-content: flex-end; gap: 0.8rem; }
  .desk-reason button { padding: 0.8rem 1.6rem; font: inherit; font-weight: 600; cursor: pointer;
    border: 1px solid #8e8ea9; border-radius: 4px; background: #fff; color: inherit; }
  .desk-reason button[value=change] { border-color: #b72b1a; background: #b72b1a; color: #fff; }`;

/** Events by which Strapi's own dialog, which may be open below, would close or take the focus back. */
const OWN_EVENTS = ['pointerdown', 'mousedown', 'touchstart', 'focusin', 'focusout'];

type Question = {
  title: string;
  text: string;
  /** What it is about, one a line. */
  items?: string[];
  /** Whether a reason must be given; without that none is asked for. */
  isReasonRequired: boolean;
  /** The label of the button that goes on; null where nobody can. */
  action: string | null;
};

/**
 * Asks whether to go on with a request, and for the reason where one is required.
 *
 * A `dialog` of the browser, since it has to stand above a dialog of Strapi's that is open, and Strapi mounts nothing of
 * a plugin beside its media library and its buttons.
 *
 * @returns the reason, empty where none is required; null where the person decides against it
 */
export function askReason({ title, text, items = [], isReasonRequired, action }: Question): Promise<string | null> {
  const dialog = make('dialog', { className: 'desk-reason' });
  const heading = make('h2', { id: 'desk-reason', textContent: title });
  dialog.setAttribute('aria-labelledby', heading.id);
  const reason = make('textarea', { required: true, maxLength: 1000 });
  const label = make('label', { textContent: say('reason.label') });
  label.append(reason);
  const list = make('ul', {});
  for (const item of items) list.append(make('li', { textContent: item }));
  const form = make('form', { method: 'dialog' });
  form.append(
    heading,
    make('p', { textContent: text }),
    ...(items.length > 0 ? [list] : []),
    ...(isReasonRequired ? [label] : []),
    footer(action),
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

function footer(action: string | null): HTMLElement {
  const buttons = make('footer', {});
  const cancel = make('button', { type: 'submit', value: 'cancel', formNoValidate: true });
  cancel.textContent = say(action === null ? 'dialog.close' : 'reason.cancel');
  buttons.append(cancel);
  if (action !== null) buttons.append(make('button', { type: 'submit', value: 'change', textContent: action }));
  return buttons;
}

const make = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);
