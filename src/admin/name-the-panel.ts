/**
 * Puts the newsroom's name into the window's title. Strapi writes "… | Strapi" there on every page and has no setting
 * for it, so each of its changes is corrected.
 */
export function nameThePanel(name: string) {
  const correct = () => {
    const title = document.title === 'Strapi Admin' ? name : document.title.replace(/ \| Strapi$/, ` | ${name}`);
    if (title !== document.title) document.title = title;
  };
  new MutationObserver(correct).observe(document.head, { childList: true, characterData: true, subtree: true });
  correct();
}
