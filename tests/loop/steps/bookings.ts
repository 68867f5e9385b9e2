import assert from 'node:assert/strict';
import { untilHeld } from '../arrival';
import type { HeldSession } from '../onefit';
import { pick, signInOf } from '../schedule';
import type { SignInEntry } from '../schedule';
import { entries, refusalOf } from '../staff';
import type { Doc } from '../staff';
import type { Story } from '../story';
import type { World } from '../world';

const MEMBER = { id: 'of-m-501', firstName: 'Zoë', lastName: 'Visser', email: 'zoe@mail.example' };

/** The customer who holds an Onefit ID; null when nobody does. */
export async function holderOf({ staff }: World, memberId: string): Promise<Doc | null> {
  const [held] = await staff.find<Doc & { customer: Doc | null }>('customer-aggregator-id', {
    externalId: memberId,
  });
  return held?.customer ?? null;
}

function entryOf(bookings: SignInEntry[], source: 'own' | 'onefit'): SignInEntry {
  const entry = bookings.find((booking) => booking.source === source);
  assert.ok(entry, `the Sign-in shows no booking of ${source}`);
  return entry;
}

/** Bookings and cancellations of members, and what staff see of them. */
export async function bookAndCancel(story: Story, world: World): Promise<void> {
  const { staff, onefit, place, customer, product } = world;
  const { documentId, capacity } = await pick(world, 4);
  const signIn = () => signInOf(staff, documentId);

  story.chapter('Bookings and cancellations');
  const bookingId = await story.step('A new member books', async () => {
    const { venueStatus, booking } = await onefit.book(place.venueUuid, documentId, MEMBER);
    assert.deepEqual([venueStatus, booking.status], [201, 'confirmed']);
    return booking.id;
  });
  await story.check('The customer is made, with the Onefit ID', async () => {
    const holder = await holderOf(world, MEMBER.id);
    assert.ok(holder, 'nobody holds the Onefit ID');
    assert.deepEqual([holder.firstName, holder.lastName], [MEMBER.firstName, MEMBER.lastName]);
  });
  await story.check('The Sign-in shows own and Onefit bookings together', async () => {
    await staff.post(`/front-desk/appointments/${documentId}/bookings`, {
      customer: customer.documentId,
      product: product.documentId,
    });
    const { appointment, bookings } = await signIn();
    assert.deepEqual([bookings.length, appointment.booked, appointment.bookedByOnefit], [2, 2, 1]);
    assert.equal(entryOf(bookings, 'own').product?.name, product.name);
    assert.equal(entryOf(bookings, 'onefit').product?.name, 'Onefit');
  });
  await story.check('Both places are taken at Onefit too, within 2 s', async (note) => {
    const fits = ({ availableSpots }: HeldSession) => availableSpots === capacity - 2;
    await untilHeld(world, documentId, { fits, note });
  });
  await story.check('Staff cannot cancel it: not at the desk, nor in the content manager', () =>
    assertLocked(world, documentId),
  );
  await story.check('The member cancels, and the place is free on both sides', async (note) => {
    const { venueStatus, booking } = await onefit.cancel(bookingId);
    assert.deepEqual([venueStatus, booking.status], [200, 'cancelled']);
    const { appointment, bookings } = await signIn();
    assert.deepEqual([appointment.booked, appointment.bookedByOnefit], [1, 0]);
    assert.equal(entryOf(bookings, 'onefit').state, 'cancelled');
    const fits = ({ availableSpots }: HeldSession) => availableSpots === capacity - 1;
    await untilHeld(world, documentId, { fits, note });
  });
}

/** Every way in which staff could end a booking of Onefit, each refused with its reason. */
async function assertLocked({ staff }: World, appointment: string): Promise<void> {
  const before = await signInOf(staff, appointment);
  const { documentId, canCancel } = entryOf(before.bookings, 'onefit');
  assert.equal(canCancel, false);
  const atDesk = staff.post(`/front-desk/bookings/${documentId}/cancel`);
  assert.equal((await refusalOf(atDesk)).code, 'onefit_booking_locked');
  const saved = staff.save('booking', documentId, { state: 'cancelled' });
  assert.equal((await refusalOf(saved)).code, 'onefit_booking_locked');
  const deleted = staff.delete(entries('booking', documentId));
  assert.equal((await refusalOf(deleted)).code, 'onefit_booking_locked');
  const inBulk = staff.post(`${entries('booking')}/actions/bulkDelete`, {
    documentIds: [documentId],
  });
  assert.match((await refusalOf(inBulk)).message, /Only Onefit or the member/);
  assert.deepEqual(await signInOf(staff, appointment), before);
}
