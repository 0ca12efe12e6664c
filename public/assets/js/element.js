/**
 * An element with attributes and children. Text is always text: nothing here parses HTML.
 * `onclick` and the like are listeners; an attribute that is null or false is left out, as is such a child; lists of
 * children may nest.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value == null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}
