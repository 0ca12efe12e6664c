import type { Values } from './open-document';

export type Kept = { values: Values; at: number };

const PREFIX = 'publishing-desk.kept.';

/**
 * Keeps what stands in a form in this browser, over a lost network, a lost session and a closed window; as far as the
 * browser has room, which it says to whoever looks after it.
 */
export function keepText(key: string, values: Values): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ values, at: Date.now() } satisfies Kept));
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
    console.warn(`publishing-desk: no room in this browser to keep ${key}`);
  }
}

/** What was kept of a form and never saved; null when there is nothing. */
export function keptText(key: string): Kept | null {
  const kept = localStorage.getItem(PREFIX + key);
  return kept === null ? null : JSON.parse(kept);
}

/** Called when it is saved, or thrown away by whoever wrote it. */
export const dropText = (key: string): void => localStorage.removeItem(PREFIX + key);
