/** Keeps “Tin mới nhất” up to date while one reads: the page is asked for again, which costs a 304 while nothing changes. */

const EVERY_MS = 60_000;
const list = document.querySelector('[data-live]');
let shown = list.innerHTML;

async function refresh() {
  if (document.hidden || list.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { cache: 'no-cache', headers: { Accept: 'text/html' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = page.querySelector('[data-live]')?.innerHTML;
  if (now === undefined || now === shown) return;
  shown = now;
  list.innerHTML = now;
}

// Without the network the list stays as it is, and is asked for again at the next turn.
const tryToRefresh = () => refresh().catch(() => undefined);
setInterval(tryToRefresh, EVERY_MS);
document.addEventListener('visibilitychange', tryToRefresh);
