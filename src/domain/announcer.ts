import type { Change } from '../database/rows';
import type { Trx } from '../database/trx';

/** Hears of a change inside the transaction that makes it; what it throws undoes the change. */
export type Listener<Subject> = (trx: Trx, subjects: Subject[]) => Promise<void>;

/** What a listener writes down about one subject, as a change that others can make for it. */
export interface Note {
  change: Change;
  /** Called once it is made, in the same transaction, with how many rows it changed. */
  written: (trx: Trx, changed: number) => Promise<void>;
}

/** The announcement of one subject, as a part of the statement that changes the subject. */
export interface Announcement {
  changes: Change[];
  /** Called once they are made, with how many rows each has changed. */
  made: (trx: Trx, changed: number[]) => Promise<void>;
}

/** Tells whoever subscribed of a set of changes at once, without knowing who that is. */
export interface Announcer<Subject> {
  /**
   * Subscribes; gives back the function that ends the subscription. Whoever gives `note` need not
   * hear of a single subject whose note was written.
   */
  on: (listener: Listener<Subject>, note?: (subject: Subject) => Note) => () => void;
  /** Calls every listener in turn with the whole set, inside the caller's transaction. */
  announce: (trx: Trx, subjects: Subject[]) => Promise<void>;
  /** The same for one subject that is changed by a single statement, where turns are dear. */
  announcement: (subject: Subject) => Announcement;
}

export function createAnnouncer<Subject>(): Announcer<Subject> {
  const listeners = new Map<Listener<Subject>, ((subject: Subject) => Note) | undefined>();
  return {
    on(listener, note) {
      listeners.set(listener, note);
      return () => listeners.delete(listener);
    },
    async announce(trx, subjects) {
      if (subjects.length === 0) return;
      for (const listener of listeners.keys()) await listener(trx, subjects);
    },
    announcement(subject) {
      const notes = [...listeners.values()].flatMap((note) => note?.(subject) ?? []);
      return {
        changes: notes.map(({ change }) => change),
        async made(trx, changed) {
          for (const [index, note] of notes.entries()) await note.written(trx, changed[index] ?? 0);
          for (const [listener, note] of listeners) if (!note) await listener(trx, [subject]);
        },
      };
    },
  };
}
