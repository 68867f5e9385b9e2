import { useSyncExternalStore } from 'react';
import { dayIn } from './days';
import type { Day } from './days';

const TICK_MS = 15_000;

/** One clock for all that is drawn by time: whoever looks is told when it has moved on. */
let now = new Date();
let timer: number | undefined;
const listeners = new Set<() => void>();

function tick() {
  now = new Date();
  for (const listener of listeners) listener();
}

function start() {
  timer = window.setInterval(tick, TICK_MS);
  // A page in the background may have slept for hours.
  document.addEventListener('visibilitychange', tick);
}

function stop() {
  window.clearInterval(timer);
  document.removeEventListener('visibilitychange', tick);
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

/** What the clock says of something; draws again when that is another. */
function useClock<Value extends string | boolean>(read: (now: Date) => Value): Value {
  return useSyncExternalStore(subscribe, () => {
    if (listeners.size === 0) now = new Date();
    return read(now);
  });
}

/** Whether an instant (ISO 8601) has passed, within a quarter of a minute; false where there is none. */
export function useHasPassed(instant: string | null): boolean {
  return useClock((at) => instant !== null && new Date(instant) <= at);
}

/** The day that it is in a time zone; another after midnight there. */
export function useToday(timeZone: string): Day {
  return useClock((at) => dayIn(at, timeZone));
}
