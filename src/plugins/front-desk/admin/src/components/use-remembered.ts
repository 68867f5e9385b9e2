import { useCallback, useState } from 'react';

function stored(key: string): string {
  try {
    return window.localStorage.getItem(key) ?? '';
  } catch {
    // Storage is switched off: nothing is remembered.
    return '';
  }
}

/** A choice that this browser remembers; empty = none. */
export function useRemembered(name: string): [string, (value: string) => void] {
  const key = `front-desk.${name}`;
  const [value, setValue] = useState(() => stored(key));
  const remember = useCallback(
    (chosen: string) => {
      setValue(chosen);
      try {
        if (chosen === '') window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, chosen);
      } catch {
        // Storage is switched off: it holds for this visit.
      }
    },
    [key],
  );
  return [value, remember];
}
