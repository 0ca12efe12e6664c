/** Only a table that is wider than its frame is a stop for the keyboard. */

for (const scroller of document.querySelectorAll('.table-scroller')) {
  const label = scroller.getAttribute('aria-label');
  new ResizeObserver(() => {
    const scrolls = scroller.scrollWidth > scroller.clientWidth;
    for (const [name, value] of [
      ['tabindex', '0'],
      ['role', 'region'],
      ['aria-label', label],
    ]) {
      if (scrolls) scroller.setAttribute(name, value);
      else scroller.removeAttribute(name);
    }
  }).observe(scroller);
}
