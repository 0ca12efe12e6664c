/** The box of search as a combobox (WAI-ARIA): what goes on like what is typed, each a way to its page. */

const WAIT_MS = 150;
const input = document.querySelector('[data-suggestions]');
const box = input.closest('.search-box');
const said = box.querySelector('[role=status]');
const list = document.createElement('ul');
const types = JSON.parse(input.dataset.types);
let asked = new AbortController();
let timer;

function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function mark(marked) {
  for (const option of list.children) option.setAttribute('aria-selected', option === marked);
  setAll(input, { 'aria-activedescendant': marked?.id ?? '' });
  marked?.scrollIntoView({ block: 'nearest' });
}

function show(found) {
  list.replaceChildren(
    ...found.map(({ type, text, url }, index) => {
      const option = document.createElement('li');
      const kind = document.createElement('span');
      setAll(option, { role: 'option', id: `suggestion-${index}`, 'data-url': url });
      kind.textContent = types[type];
      option.append(text, ' ', kind);
      return option;
    }),
  );
  mark(null);
  list.hidden = found.length === 0;
  input.setAttribute('aria-expanded', !list.hidden);
  said.textContent = found.length === 0 ? '' : input.dataset.count.replace('{count}', found.length);
}

function close() {
  clearTimeout(timer);
  asked.abort();
  show([]);
}

async function ask() {
  asked.abort();
  asked = new AbortController();
  const address = `${input.dataset.suggestions}&q=${encodeURIComponent(input.value.trim())}`;
  const answer = await fetch(address, { signal: asked.signal });
  show(answer.ok ? (await answer.json()).data : []);
}

function askSoon() {
  clearTimeout(timer);
  if (input.value.trim().length < 2) return close();
  // Without the network, or once something else is typed, there is nothing to show.
  timer = setTimeout(() => ask().catch(() => undefined), WAIT_MS);
}

/** The next option in a direction; after the last and before the first comes what is typed. */
function move(by) {
  if (list.hidden) return askSoon();
  const stops = [null, ...list.children];
  const at = stops.indexOf(list.querySelector('[aria-selected=true]'));
  mark(stops.at((at + by) % stops.length));
}

input.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  const marked = list.querySelector('[aria-selected=true]');
  if (event.key === 'ArrowDown') move(1);
  else if (event.key === 'ArrowUp') move(-1);
  else if (event.key === 'Escape' && !list.hidden) close();
  else if (event.key === 'Enter' && marked) location.assign(marked.dataset.url);
  else return;
  event.preventDefault();
});
input.addEventListener('input', askSoon);
input.addEventListener('blur', close);
list.addEventListener('pointerdown', (event) => event.preventDefault());
list.addEventListener('click', ({ target }) => {
  const { url } = target.closest('[role=option]')?.dataset ?? {};
  if (url) location.assign(url);
});

setAll(list, {
  id: 'suggestions',
  role: 'listbox',
  class: 'suggestions',
  'aria-label': input.dataset.name,
  hidden: '',
});
setAll(input, {
  role: 'combobox',
  'aria-autocomplete': 'list',
  'aria-expanded': false,
  'aria-controls': list.id,
});
said.before(list);
