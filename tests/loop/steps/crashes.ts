import assert from 'node:assert/strict';
import { until } from '../../support/wait';
import { untilHeld } from '../arrival';
import type { HeldSession } from '../onefit';
import { pick, signInOf } from '../schedule';
import type { Story } from '../story';
import type { World } from '../world';

const MEMBER = { id: 'of-m-507', firstName: 'Emma', lastName: 'Mulder' };

/** What the dead process had claimed is free again after its lease. */
const RECOVERED_MS = 60_000;

/** The venue's process is killed at the worst moments; nothing that it answered is lost. */
export async function killTheVenue(story: Story, world: World): Promise<void> {
  const { staff, onefit, place, venue } = world;

  story.chapter('The venue is killed (kill -9)');
  const booked = await pick(world, 20);
  const bookingId = await story.step('Right after it answered a booking', async () => {
    const { venueStatus, booking } = await onefit.book(place.venueUuid, booked.documentId, MEMBER);
    await venue.kill();
    assert.equal(venueStatus, 201);
    return booking.id;
  });
  await story.step('It starts again', () => venue.start());
  await story.check('The booking is there, and its repeat takes no second place', async () => {
    assert.equal((await onefit.ask(bookingId)).booking.status, 'confirmed');
    const again = await onefit.book(place.venueUuid, booked.documentId, MEMBER, bookingId);
    assert.equal(again.venueStatus, 200);
    const { appointment, bookings } = await signInOf(staff, booked.documentId);
    assert.deepEqual([bookings.length, appointment.booked], [1, 1]);
  });
  await story.check('Onefit gets the place that was taken', async (note) => {
    await untilHeld(world, booked.documentId, {
      fits: ({ availableSpots }) => availableSpots === booked.capacity - 1,
      note,
      withinMs: RECOVERED_MS,
    });
  });

  const edited = await pick(world, 22);
  await story.step('Right after it answered an edit', async () => {
    await staff.save('appointment', edited.documentId, { room: 'Library' });
    await venue.kill();
  });
  await story.step('It starts again', () => venue.start());
  await story.check('The edit is there, and arrives', async (note) => {
    assert.equal((await signInOf(staff, edited.documentId)).appointment.room, 'Library');
    await untilHeld(world, edited.documentId, {
      fits: ({ room }) => room === 'Library',
      note,
      withinMs: RECOVERED_MS,
    });
  });

  const sent = await pick(world, 24);
  await story.step('Before it heard Onefit’s answer to an edit', async () => {
    const calls = ['sessions.put'];
    await onefit.control('POST', '/faults', { kind: 'hang', applied: true, calls, count: 1 });
    await staff.save('appointment', sent.documentId, { room: 'Terrace' });
    const fits = ({ room }: HeldSession) => room === 'Terrace';
    await untilHeld(world, sent.documentId, { fits, note: () => undefined });
    await venue.kill();
  });
  await story.step('It starts again', () => venue.start());
  await story.check('It asks again until it knows that the edit is there', async () => {
    await until(
      'the session to be on Onefit, as staff see it',
      async () => {
        const route = `/onefit-aggregator/sessions/${sent.documentId}`;
        return (await staff.get<{ state: string }>(route)).state === 'on_onefit';
      },
      RECOVERED_MS,
    );
  });
}
