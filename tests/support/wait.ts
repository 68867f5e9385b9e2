import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until `look` gives something, and gives it.
 *
 * @throws Error that says what was waited for
 */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | null | undefined | false> | Found | null | undefined | false,
  withinMs = 15_000,
): Promise<Found> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited ${withinMs} ms in vain for ${what}.`);
    await sleep(25);
  }
}
