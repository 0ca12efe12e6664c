import { useSyncExternalStore } from 'react';
import type { Values } from './open-document';

/** What the server says of a change that came between. `at` is an instant in UTC. */
export type Conflict = { base: number; revision: number; by?: string; at?: string };

/**
 * How the last save or publish of a document ended: with what it would have written and what was typed since, where it was not
 * taken, and with null, where it was. `revision` is the one that it was based on.
 */
export type SaveResult = {
  key: string;
  revision: number;
  values: Values | null;
  conflict: Conflict | null;
  at: number;
};

/** A save or publish that was not taken. */
export type Refusal = SaveResult & { values: Values };

let latest: SaveResult | null = null;
const listeners = new Set<() => void>();

/** @param result null where nothing that was typed before is to be kept */
export function setSaveResult(result: SaveResult | null): void {
  latest = result;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How the last save of the document of this key ended, until it is settled. */
export function useSaveResult(key: string): SaveResult | null {
  const result = useSyncExternalStore(subscribe, () => latest);
  return result?.key === key ? result : null;
}
