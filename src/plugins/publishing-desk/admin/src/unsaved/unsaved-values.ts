import type { Values } from './open-document';

export type UnsavedValues = { values: Values; at: number };

const PREFIX = 'publishing-desk.kept.';

/**
 * Keeps the values of a form in this browser, across a lost network, a lost session and a closed window.
 *
 * @returns false when the browser's storage is full
 */
export function keepUnsaved(key: string, values: Values): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ values, at: Date.now() } satisfies UnsavedValues));
    return true;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'QuotaExceededError')) throw error;
    return false;
  }
}

/** What was kept of a form and never saved; null when there is nothing, or nothing that can be read. */
export function unsavedValues(key: string): UnsavedValues | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Called when the form is saved, or its author discards what was typed. */
export const dropUnsaved = (key: string): void => localStorage.removeItem(PREFIX + key);
