/** The title of the page before the panel has loaded, and what the panel appends to the title of each page. */
export const INITIAL_TITLE = 'Strapi Admin';
export const TITLE_SUFFIX = ' | Strapi';

/** The title of a window with Strapi's name replaced; other titles stay as they are. */
export function titleWithName(title: string, name: string): string {
  if (title === INITIAL_TITLE) return name;
  return title.endsWith(TITLE_SUFFIX) ? `${title.slice(0, -TITLE_SUFFIX.length)} | ${name}` : title;
}

/** Keeps Strapi's name out of the window title. Strapi sets the title on every page and has no setting for it. */
export function setPanelName(name: string): void {
  const correct = () => {
    const title = titleWithName(document.title, name);
    if (title !== document.title) document.title = title;
  };
  new MutationObserver(correct).observe(document.head, { childList: true, characterData: true, subtree: true });
  correct();
}
