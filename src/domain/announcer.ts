import type { Trx } from '../database/trx';

/** Hears of a change inside the transaction that makes it; what it throws undoes the change. */
export type Listener<Subject> = (trx: Trx, subjects: Subject[]) => Promise<void>;

/** Tells whoever subscribed of a set of changes at once, without knowing who that is. */
export interface Announcer<Subject> {
  /** Subscribes; gives back the function that ends the subscription. */
  on: (listener: Listener<Subject>) => () => void;
  /** Calls every listener in turn with the whole set, inside the caller's transaction. */
  announce: (trx: Trx, subjects: Subject[]) => Promise<void>;
}

export function createAnnouncer<Subject>(): Announcer<Subject> {
  const listeners = new Set<Listener<Subject>>();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async announce(trx, subjects) {
      if (subjects.length === 0) return;
      for (const listener of listeners) await listener(trx, subjects);
    },
  };
}
