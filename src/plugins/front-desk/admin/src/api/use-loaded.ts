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

/**
 * Loads something when a screen opens, again whenever `load` is another function, and on demand.
 *
 * @param load must keep its identity while its inputs stay the same
 * @param everyMs loads again this long after each answer, while the page is visible
 */
export function useLoaded<Value>(load: () => Promise<Value>, everyMs?: number): Loaded<Value> {
  const [held, setHeld] = useState<{ load: unknown; value?: Value; error: unknown }>({
    load,
    error: null,
  });
  const current = useRef(load);
  current.current = load;

  const reload = useCallback(async () => {
    try {
      const value = await load();
      if (current.current === load) setHeld({ load, value, error: null });
    } catch (error) {
      if (current.current !== load) return;
      setHeld((before) => ({
        load,
        value: before.load === load ? before.value : undefined,
        error,
      }));
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
    void reload().then(planNext);
    return () => {
      over = true;
      window.clearTimeout(timer);
    };
  }, [reload, everyMs]);

  const mine = held.load === load;
  const value = mine ? held.value : undefined;
  const error = mine ? held.error : null;
  return { value, error, loading: value === undefined && error === null, reload };
}
