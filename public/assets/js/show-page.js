/** From an answer of the contract to the page's main part. */
import { addressOf, slugOfPage } from './page-address.js';
import { fill } from './fill.js';
import { keepOutOfIndexes, setTitle } from './page-head.js';
import { outcomeOf, problemPage } from './problem.js';
import { text } from './strings.js';

const main = document.querySelector('main');

/** Shows what `render` makes of the answer, or why none came. Resolves to the answer's `data`, or to null. */
export async function showPage(read, render) {
  try {
    const answer = await read();
    fill(main, render(answer));
    return answer.data;
  } catch (error) {
    const outcome = outcomeOf(error);
    setTitle(text(`${outcome}Title`));
    if (outcome === 'missing' || outcome === 'gone') keepOutOfIndexes();
    fill(
      main,
      problemPage(outcome, () => showPage(read, render)),
    );
    return null;
  }
}

/** Shows the one thing whose slug the address ends with; under a former slug, and the address bar learns the new one. */
export function showThing(type, read, render) {
  const asked = slugOfPage();
  return showPage(
    () => read(asked),
    ({ data }) => {
      if (data.slug !== asked) history.replaceState(null, '', addressOf(type, data.slug) + location.hash);
      setTitle(data.name ?? data.title);
      return render(data);
    },
  );
}
