import { createPrng } from '../../support/prng';
import type { SessionAtOnefit } from '../checker/at-onefit';
import type { Move } from './edits';
import type { Storm } from './storm';

/** What Onefit loses by itself: the venue is told nothing, so only a comparison can find it. */

/** How often it is everything that Onefit holds of the venue, as when a table is emptied there. */
const ALL = 0.25;
const MOST_OF_SOME = 3;

/** Some of the sessions that Onefit holds of the storm's venue, by id; all of them now and then. */
async function someHeld({ stage, place, random }: Storm): Promise<string[]> {
  const { sessions } = await stage.sandbox.control<{ sessions: SessionAtOnefit[] }>(
    'GET',
    `/venues/${place.venue.uuid}`,
  );
  const held = sessions.flatMap(({ id, held: now }) => (now ? [id] : []));
  if (held.length === 0 || random.chance(ALL)) return held;
  const count = random.between(1, MOST_OF_SOME);
  return [...new Set(Array.from({ length: count }, () => random.pick(held)))];
}

async function lose(storm: Storm, what: 'sessions' | 'latest'): Promise<void> {
  const sessionIds = await someHeld(storm);
  if (sessionIds.length === 0) return;
  for (const id of sessionIds) storm.notes.lost.add(id);
  const venueId = storm.place.venue.uuid;
  await storm.stage.sandbox.control('POST', '/forget', { what, venueId, sessionIds });
}

/** In how many storms Onefit loses something after the last move, when nothing would be sent again. */
const LOSES_IN_THE_CALM = 0.4;

/** Onefit does not hold them any more. */
export const forgets: Move = (storm) => lose(storm, 'sessions');

/** Onefit holds the version before, as after a restored backup of its own. */
export const fallsBack: Move = (storm) => lose(storm, 'latest');

/** Once all is settled Onefit loses something in some storms, so that only a comparison is left. */
export async function loseInTheCalm(storm: Storm): Promise<void> {
  const dice = createPrng(storm.seed ^ 0x7feb352d);
  if (dice.chance(LOSES_IN_THE_CALM)) await (dice.chance(0.5) ? forgets : fallsBack)(storm);
}
