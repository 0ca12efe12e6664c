/** Puts nodes where the skeleton stood. */

/**
 * If the focus was inside (on “Thử lại”), it moves to the container rather than being lost with the button.
 * Containers carry `tabindex="-1"` for this.
 */
export function fill(container, ...nodes) {
  const hadFocus = container.contains(document.activeElement);
  container.replaceChildren(...nodes);
  container.removeAttribute('aria-busy');
  if (hadFocus) container.focus();
}
