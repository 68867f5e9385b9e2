import { useCallback, useEffect, useRef, useState } from 'react';

export interface Loaded<Value> {
  /** undefined until it is there */
  value: Value | undefined;
  /** what the last attempt failed with; a value loaded before stays */
  error: unknown;
  loading: boolean;
  /** loads again; what is shown stays until the answer is there */
  reload: () => Promise<void>;
}

interface Held<Value> {
  load: unknown;
  value?: Value;
  error: unknown;
}

/** The same object where nothing is new, so that nothing is drawn again. */
function keep<Value>(before: Held<Value>, load: unknown, value: Value): Held<Value> {
  const isSame = before.load === load && before.value === value && before.error === null;
  return isSame ? before : { load, value, error: null };
}

/**
 * Loads something when a screen opens, again whenever `load` is another function, and on demand.
 *
 * @param load gets what it gave last, and may give it back where nothing has changed; must keep
 *   its identity while its inputs stay the same
 * @param everyMs loads again this long after each answer, while the page is visible, and at once
 *   when it becomes visible; a failure ends nothing
 */
export function useLoaded<Value>(
  load: (held: Value | undefined) => Promise<Value>,
  everyMs?: number,
): Loaded<Value> {
  const [held, setHeld] = useState<Held<Value>>({ load, error: null });
  const current = useRef(load);
  current.current = load;
  const latest = useRef<Held<Value>>(held);

  const reload = useCallback(async () => {
    const set = (change: (before: Held<Value>) => Held<Value>) => {
      // An answer to what is no longer asked.
      if (current.current !== load) return;
      latest.current = change(latest.current);
      setHeld(latest.current);
    };
    try {
      const before = latest.current;
      const value = await load(before.load === load ? before.value : undefined);
      set((last) => keep(last, load, value));
    } catch (error) {
      set((last) => ({ load, value: last.load === load ? last.value : undefined, error }));
    }
  }, [load]);

  useEffect(() => {
    let timer: number | undefined;
    let over = false;
    const planNext = () => {
      if (!over && everyMs !== undefined) timer = window.setTimeout(turn, everyMs);
    };
    const turn = () => {
      if (document.hidden) planNext();
      else void reload().then(planNext);
    };
    const look = () => {
      if (!document.hidden && everyMs !== undefined) void reload();
    };
    void reload().then(planNext);
    document.addEventListener('visibilitychange', look);
    return () => {
      over = true;
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [reload, everyMs]);

  const mine = held.load === load;
  const value = mine ? held.value : undefined;
  const error = mine ? held.error : null;
  return { value, error, loading: value === undefined && error === null, reload };
}
