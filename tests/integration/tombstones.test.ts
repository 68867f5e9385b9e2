import { makeAppointment } from '../support/content';
import { outcome } from '../support/linked';
import { member } from '../support/partner';
import { linkedSuite } from '../support/linked-suite';

const NOW = new Date('2026-12-01T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
/** How long a cancellation whose booking never came is kept. */
const KEPT = 400 * DAY;

const suite = linkedSuite(NOW);

interface Left {
  external_id: string;
  document_id: string;
}

interface Bookings {
  forgetTombstones(): Promise<number>;
}

function forget(): Promise<number> {
  return (
    suite.venue.strapi.service('api::booking.booking') as unknown as Bookings
  ).forgetTombstones();
}

function at(before: number) {
  suite.venue.clock.set(new Date(NOW.getTime() - before));
}

it('are forgotten after 400 days, with their history, and nothing else is', async () => {
  const knex = suite.venue.strapi.db.connection;
  const session = await makeAppointment(suite.venue, suite.linked.activity, {
    startsAt: new Date(NOW.getTime() + DAY),
    endsAt: new Date(NOW.getTime() + DAY + 1),
  });
  at(KEPT + 1);
  for (const id of ['old-1', 'old-2', 'came']) {
    expect((await suite.onefit.cancel(suite.linked.uuid, id)).status).toBe(202);
  }
  const book = (id: string) =>
    suite.onefit.book(suite.linked.uuid, id, session.documentId, member(`of-${id}`));
  expect((await book('came')).body.status).toBe('cancelled');
  expect((await book('booked')).status).toBe(201);
  await suite.onefit.cancel(suite.linked.uuid, 'booked');
  at(KEPT);
  await suite.onefit.cancel(suite.linked.uuid, 'young');
  suite.venue.clock.set(NOW);
  expect(await forget()).toBe(2);
  const left = await knex('bookings')
    .orderBy('external_id')
    .select<Left[]>('external_id', 'document_id');
  expect(left.map((row) => row.external_id)).toEqual(['booked', 'came', 'young']);
  const histories = await knex('booking_changes')
    .distinct('booking_key')
    .pluck<string[]>('booking_key');
  expect(histories.sort()).toEqual(left.map((row) => row.document_id).sort());
  expect(await forget()).toBe(0);
  expect(outcome(await suite.onefit.booking(suite.linked.uuid, 'came'))).toBe('200');
});

it('are forgotten however many there are', async () => {
  at(KEPT + 1);
  expect((await suite.onefit.cancel(suite.linked.uuid, 'first')).status).toBe(202);
  const knex = suite.venue.strapi.db.connection;
  const [{ id: _, ...row }] = (await knex('bookings').select('*')) as [{ id: number }];
  const more = Array.from({ length: 1_200 }, (_one, nth) => ({
    ...row,
    document_id: `copy-${nth}`,
    external_id: `copy-${nth}`,
    external_key: `onefit:copy-${nth}`,
  }));
  await knex.batchInsert('bookings', more, 50);
  suite.venue.clock.set(NOW);
  expect(await forget()).toBe(1_201);
});
