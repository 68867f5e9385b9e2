import { makeAppointment } from '../support/content';
import { outcome, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { createPartner, member } from '../support/partner';
import type { Partner } from '../support/partner';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

const NOW = new Date('2026-12-01T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
/** How long a cancellation whose booking never came is kept. */
const KEPT = 400 * DAY;

let venue: RunningVenue;
let onefit: Partner;
let linked: Linked;

beforeAll(async () => {
  venue = await startVenue();
  onefit = createPartner(venue.url, venue.clock.now);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  linked = await startLinked(venue, onefit);
  venue.clock.set(NOW);
});

interface Left {
  external_id: string;
  document_id: string;
}

interface Bookings {
  forgetTombstones(): Promise<number>;
}

function forget(): Promise<number> {
  return (venue.strapi.service('api::booking.booking') as unknown as Bookings).forgetTombstones();
}

function at(before: number) {
  venue.clock.set(new Date(NOW.getTime() - before));
}

it('are forgotten after 400 days, with their history, and nothing else is', async () => {
  const knex = venue.strapi.db.connection;
  const session = await makeAppointment(venue, linked.activity, {
    startsAt: new Date(NOW.getTime() + DAY),
    endsAt: new Date(NOW.getTime() + DAY + 1),
  });
  at(KEPT + 1);
  for (const id of ['old-1', 'old-2', 'came']) {
    expect((await onefit.cancel(linked.uuid, id)).status).toBe(202);
  }
  const book = (id: string) => onefit.book(linked.uuid, id, session.documentId, member(`of-${id}`));
  expect((await book('came')).body.status).toBe('cancelled');
  expect((await book('booked')).status).toBe(201);
  await onefit.cancel(linked.uuid, 'booked');
  at(KEPT);
  await onefit.cancel(linked.uuid, 'young');
  venue.clock.set(NOW);
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
  expect(outcome(await onefit.booking(linked.uuid, 'came'))).toBe('200');
});

it('are forgotten however many there are', async () => {
  at(KEPT + 1);
  expect((await onefit.cancel(linked.uuid, 'first')).status).toBe(202);
  const knex = venue.strapi.db.connection;
  const [{ id: _, ...row }] = (await knex('bookings').select('*')) as [{ id: number }];
  const more = Array.from({ length: 1_200 }, (_one, nth) => ({
    ...row,
    document_id: `copy-${nth}`,
    external_id: `copy-${nth}`,
    external_key: `onefit:copy-${nth}`,
  }));
  await knex.batchInsert('bookings', more, 50);
  venue.clock.set(NOW);
  expect(await forget()).toBe(1_201);
});
