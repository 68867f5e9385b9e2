import { performance } from 'node:perf_hooks';
import { until } from '../support/wait';
import type { HeldSession } from './onefit';
import type { Note } from './story';
import { SOON_MS } from './world';
import type { World } from './world';

/**
 * Waits until Onefit holds a session that fits, and notes how long it took from now on.
 *
 * @throws Error with what Onefit holds instead
 */
export async function untilHeld(
  { onefit, place }: World,
  sessionId: string,
  what: { fits: (session: HeldSession) => boolean; note: Note; withinMs?: number },
): Promise<HeldSession> {
  const began = performance.now();
  let last: HeldSession | null = null;
  try {
    const held = await until(
      'Onefit to hold it',
      async () => {
        last = await onefit.heldOne(place.venueUuid, sessionId);
        return last && what.fits(last) ? last : null;
      },
      what.withinMs ?? SOON_MS,
    );
    what.note(`at Onefit after ${Math.round(performance.now() - began)} ms`);
    return held;
  } catch (error) {
    throw new Error(`${String(error)} Onefit holds: ${JSON.stringify(last)}`, { cause: error });
  }
}
