/** Puts nodes where the skeleton stood. */

/**
 * Nodes may nest in lists; null and false are left out. If the focus was inside (on “Thử lại”), it moves to the
 * container rather than being lost with the button: containers carry `tabindex="-1"` for this.
 */
export function fill(container, ...nodes) {
  const hadFocus = container.contains(document.activeElement);
  container.replaceChildren(...nodes.flat(Infinity).filter(Boolean));
  container.removeAttribute('aria-busy');
  if (hadFocus) container.focus();
}
