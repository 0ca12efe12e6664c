/** File inputs of Strapi's media library that take files of any type; those for replacing a file name its type. */
const OPEN_INPUT = 'input[type="file"]:not([accept])';

/**
 * Has the media library's file inputs name the types that they accept. Where HEIC is not among them, phones convert
 * their pictures to JPEG by themselves; Strapi's dialogs name no types and have no setting for them.
 */
export function nameAcceptedFiles(types: readonly string[]): void {
  const accept = types.join(',');
  new MutationObserver(() => {
    for (const input of document.querySelectorAll(OPEN_INPUT)) input.setAttribute('accept', accept);
  }).observe(document, { childList: true, subtree: true });
}
