/** A− 100% A+: the size of the article's text, in per cent, remembered between articles. */

const SMALLEST = 75;
const LARGEST = 200;
const STEP = 25;
const STORED_AS = 'portal.text-zoom';

const article = document.querySelector('.article');
const buttons = [...article.querySelectorAll('[data-zoom]')];
const shown = article.querySelector('.zoom-value');
const announced = article.querySelector('[data-zoom-says]');
let percent = remembered();

function remembered() {
  try {
    const stored = Number(localStorage.getItem(STORED_AS));
    return stored >= SMALLEST && stored <= LARGEST && stored % STEP === 0 ? stored : 100;
  } catch {
    return 100; // A browser may forbid storage; the control still works, for this page.
  }
}

function remember() {
  try {
    localStorage.setItem(STORED_AS, String(percent));
  } catch {
    return; // As above.
  }
}

const isInRange = (size) => size >= SMALLEST && size <= LARGEST;

/** At an end of the range a button says that it is disabled but keeps the focus. */
function apply() {
  article.style.setProperty('--text-zoom', percent / 100);
  shown.textContent = `${percent}%`;
  for (const button of buttons) {
    button.setAttribute('aria-disabled', !isInRange(percent + Number(button.dataset.zoom)));
  }
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    const next = percent + Number(button.dataset.zoom);
    if (!isInRange(next)) return;
    percent = next;
    remember();
    apply();
    announced.textContent = announced.dataset.zoomSays.replace('{percent}', percent);
  });
}
apply();
article.querySelector('.text-zoom').hidden = false;
