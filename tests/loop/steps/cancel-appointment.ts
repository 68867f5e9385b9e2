import assert from 'node:assert/strict';
import { until } from '../../support/wait';
import { untilHeld } from '../arrival';
import { pick } from '../schedule';
import { refusalOf } from '../staff';
import type { Story } from '../story';
import { SOON_MS } from '../world';
import type { World } from '../world';

const MEMBER = { id: 'of-m-503', firstName: 'Kim', lastName: 'Bakker' };
const REASON = 'The teacher is ill';

/** An appointment that is cancelled: Onefit knows, of the session and of its members' bookings. */
export async function cancelAnAppointment(story: Story, world: World): Promise<void> {
  const { staff, onefit, place } = world;
  const { documentId } = await pick(world, 12);
  const route = `/front-desk/appointments/${documentId}/cancel`;

  story.chapter('An appointment is cancelled');
  const bookingId = await story.step('A member has booked it', async () => {
    const { booking } = await onefit.book(place.venueUuid, documentId, MEMBER);
    assert.equal(booking.status, 'confirmed');
    return booking.id;
  });
  await story.check('Staff are first told how many bookings end', async () => {
    const refusal = await refusalOf(staff.post(route, { reason: REASON }));
    assert.equal(refusal.code, 'confirmation_required');
  });
  await story.check('Staff cancel, and Onefit knows of the session within 2 s', async (note) => {
    await staff.post(route, { reason: REASON, confirm: true });
    const held = await untilHeld(world, documentId, {
      fits: ({ status }) => status === 'cancelled',
      note,
    });
    assert.deepEqual([held.cancellationReason, held.availableSpots], [REASON, 0]);
  });
  await story.check('… and of the member’s booking', async () => {
    await until(
      'the booking to be cancelled_by_venue at Onefit',
      async () => (await onefit.booking(bookingId)).status === 'cancelled_by_venue',
      SOON_MS,
    );
  });
  await story.check('Nobody can book it any more', async () => {
    const late = onefit.book(place.venueUuid, documentId, { ...MEMBER, id: 'of-m-504' });
    await assert.rejects(late, /session_cancelled/);
  });
}
