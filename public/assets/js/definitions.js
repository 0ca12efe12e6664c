import { h } from './element.js';

/** A list of `[name, value]`; false and null in place of a pair are left out, and so is a list without any. */
export function definitions(lines) {
  const given = lines.filter(Boolean);
  if (given.length === 0) return null;
  return h(
    'dl',
    { class: 'definitions' },
    given.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}
