import assert from 'node:assert/strict';
import { pick, signInOf } from '../schedule';
import { refusalOf } from '../staff';
import type { Story } from '../story';
import type { World } from '../world';

const MEMBER = { id: 'of-m-502', firstName: 'A.', lastName: 'Vries' };

/** Staff enter a customer's Onefit ID by hand: the next booking is theirs. */
export async function enterOnefitId(story: Story, world: World): Promise<void> {
  const { staff, onefit, place, customer } = world;
  const enter = (documentId: string) =>
    staff.create('customer-aggregator-id', {
      customer: { connect: [{ documentId }] },
      aggregator: 'onefit',
      externalId: MEMBER.id,
    });

  story.chapter('A customer who is known already');
  await story.step('Staff enter the Onefit ID in a customer’s profile', async () => {
    await enter(customer.documentId);
  });
  await story.check(
    'The next booking with this ID is that customer’s; no customer is made',
    async () => {
      const { documentId } = await pick(world, 6);
      const before = await staff.find('customer');
      const { venueStatus } = await onefit.book(place.venueUuid, documentId, MEMBER);
      assert.equal(venueStatus, 201);
      const { bookings } = await signInOf(staff, documentId);
      assert.deepEqual(
        bookings.map((booking) => booking.customer?.documentId),
        [customer.documentId],
      );
      assert.equal((await staff.find('customer')).length, before.length);
    },
  );
  await story.check('An ID that is taken is refused, with its holder’s name', async () => {
    const other = await staff.create('customer', { firstName: 'Bram', lastName: 'Jansen' });
    const refusal = await refusalOf(enter(other.documentId));
    assert.equal(refusal.code, 'aggregator_id_taken');
    assert.match(refusal.message, /Anna de Vries/);
  });
}
