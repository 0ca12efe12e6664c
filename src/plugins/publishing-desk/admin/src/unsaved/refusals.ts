import { useSyncExternalStore } from 'react';
import type { Values } from './open-document';

/** What the server says of a change that came between. `at` is an instant in UTC. */
export type Conflict = { base: number; revision: number; by?: string; at?: string };

/** A save or publish that was not taken, and what it would have written, with what was typed since. */
export type Refusal = { key: string; values: Values; conflict: Conflict | null; at: number };

let latest: Refusal | null = null;
const listeners = new Set<() => void>();

export function setRefusal(refusal: Refusal | null): void {
  latest = refusal;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The last refusal of the document of this key, until it is settled. */
export function useRefusal(key: string): Refusal | null {
  const refusal = useSyncExternalStore(subscribe, () => latest);
  return refusal?.key === key ? refusal : null;
}
