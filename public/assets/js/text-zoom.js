/** A− 100% A+: the size of the article's text, in per cent, remembered between articles. */
import { h } from './element.js';
import { text } from './strings.js';

const SMALLEST = 75;
const LARGEST = 200;
const STEP = 25;
const STORED_AS = 'portal.text-zoom';

function remembered() {
  try {
    const percent = Number(localStorage.getItem(STORED_AS));
    return percent >= SMALLEST && percent <= LARGEST && percent % STEP === 0 ? percent : 100;
  } catch {
    return 100; // A browser may forbid storage; the control still works, for this page.
  }
}

function remember(percent) {
  try {
    localStorage.setItem(STORED_AS, String(percent));
  } catch {
    return; // As above.
  }
}

/** The control for the text of `article`, which the style sheets scale by `--text-zoom`. */
export function textZoom(article) {
  let percent = remembered();
  const shown = h('span', { class: 'zoom-value', 'aria-hidden': 'true' });
  const announced = h('span', { class: 'visually-hidden', 'aria-live': 'polite' });

  // At an end of the range a button says that it is disabled but keeps the focus.
  const button = (sign, label, change) => {
    const press = () => {
      const next = percent + change;
      if (next < SMALLEST || next > LARGEST) return;
      percent = next;
      remember(percent);
      apply();
      announced.textContent = text('textSizeNow', { percent });
    };
    return h('button', { type: 'button', 'aria-label': label, title: label, onclick: press }, sign);
  };
  const smaller = button('A−', text('textSmaller'), -STEP);
  const larger = button('A+', text('textLarger'), STEP);

  function apply() {
    article.style.setProperty('--text-zoom', percent / 100);
    shown.textContent = `${percent}%`;
    smaller.setAttribute('aria-disabled', percent === SMALLEST);
    larger.setAttribute('aria-disabled', percent === LARGEST);
  }

  apply();
  return h('div', { class: 'text-zoom', role: 'group', 'aria-label': text('textSize') }, [
    smaller,
    shown,
    larger,
    announced,
  ]);
}
