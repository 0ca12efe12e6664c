const FILE_CHANGED = 'portal-newsroom:file-changed';

/** Tells the other plugins' parts of the page that what is said of a stored file was changed; by its document id. */
export const announceFileChange = (documentId: string): void =>
  void window.dispatchEvent(new CustomEvent(FILE_CHANGED, { detail: documentId }));

/** @returns ends that */
export function onFileChange(listener: (documentId: string) => void): () => void {
  const heard = (event: Event) => listener((event as CustomEvent<string>).detail);
  window.addEventListener(FILE_CHANGED, heard);
  return () => window.removeEventListener(FILE_CHANGED, heard);
}
