import assert from 'node:assert/strict';
import { until } from '../../support/wait';
import { pick } from '../schedule';
import type { Story } from '../story';
import { SOON_MS } from '../world';
import type { World } from '../world';

const MEMBER = { id: 'of-m-505', firstName: 'Lars', lastName: 'Smit' };

/** The rule is switched off and on again. */
export async function switchTheRule(story: Story, world: World): Promise<void> {
  const { staff, onefit, place, allowed } = world;
  const { documentId } = await pick(world, 10);
  const setRule = (aggregatorBookings: 'allowed' | 'not_allowed') =>
    staff.save('activity', allowed.documentId, { aggregatorBookings });

  async function untilAll(what: string, wanted: 'scheduled' | 'withdrawn'): Promise<number> {
    const statuses = await until(
      what,
      async () => {
        const found = (await onefit.held(place.venueUuid)).map(({ status }) => status);
        // What was cancelled stays cancelled.
        return found.every((status) => status === wanted || status === 'cancelled') && found;
      },
      SOON_MS,
    );
    return statuses.filter((status) => status === wanted).length;
  }

  story.chapter('The rule is switched off, and on again');
  const bookingId = await story.step('A member has booked', async () => {
    return (await onefit.book(place.venueUuid, documentId, MEMBER)).booking.id;
  });
  await story.check('Off: every session is withdrawn within 2 s', async (note) => {
    await setRule('not_allowed');
    note(`${await untilAll('all sessions to be withdrawn', 'withdrawn')} sessions`);
  });
  await story.check('The booking stays, and no other is taken', async () => {
    assert.equal((await onefit.ask(bookingId)).booking.status, 'confirmed');
    const late = onefit.book(place.venueUuid, documentId, { ...MEMBER, id: 'of-m-506' });
    await assert.rejects(late, /session_withdrawn/);
  });
  await story.step('On: they are back within 2 s', async (note) => {
    await setRule('allowed');
    note(`${await untilAll('all sessions to be back', 'scheduled')} sessions`);
  });
}
