import { h } from './element.js';

/** A section named by its heading; `look` is a class of the style sheets. */
export const titledSection = (look, id, heading, ...children) =>
  h('section', { class: look, 'aria-labelledby': id }, h('h2', { id }, heading), ...children);
