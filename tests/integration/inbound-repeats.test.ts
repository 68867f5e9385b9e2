import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { edit, outcome, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { createPartner, member } from '../support/partner';
import type { Partner } from '../support/partner';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { writingNothing } from '../support/table-dump';

const NOW = new Date('2026-12-01T12:00:00Z');
const MINUTE = 60_000;

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

function book(id: string, { documentId }: Doc, memberId = `m-${id}`, rest = {}) {
  return onefit.book(linked.uuid, id, documentId, member(memberId, rest));
}

/** A session that starts so many minutes from now. */
function session(minutes = 24 * 60): Promise<Doc> {
  const startsAt = new Date(NOW.getTime() + minutes * MINUTE);
  const endsAt = new Date(startsAt.getTime() + 60 * MINUTE);
  return makeAppointment(venue, linked.activity, { startsAt, endsAt });
}

describe('what is sent again', () => {
  it('leaves every table as it was, too', async () => {
    const into = await session(20);
    const requests = [
      () => onefit.cancel(linked.uuid, 'never-came'),
      () => book('a', into),
      () => book('b', into),
      () => onefit.cancel(linked.uuid, 'a', true),
      () => onefit.checkIn(linked.uuid, 'b'),
      () => book('never-came', into),
      () => onefit.link(linked.uuid, linked.company.uuid),
      () => onefit.call('DELETE', `/venues/${linked.uuid}/link`),
    ];
    for (const request of requests) {
      await request();
      venue.clock.advance(MINUTE);
      await writingNothing(venue.strapi, request);
    }
  });

  it('is the same booking, though names, e-mail and phone differ now', async () => {
    const into = await session();
    const first = await book('a', into, 'm-1', { email: 'a@example.org' });
    venue.clock.advance(MINUTE);
    await writingNothing(venue.strapi, async () => {
      const again = await book('a', into, 'm-1', { firstName: 'Other', phone: '1' });
      expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    });
  });
});

it('gives the first reason where several apply', async () => {
  const activity = await makeActivity(venue.strapi, linked, { capacity: 1 });
  const startsAt = new Date(NOW.getTime() + 60 * MINUTE);
  const full = await makeAppointment(venue, activity, {
    startsAt,
    endsAt: new Date(startsAt.getTime() + 60 * MINUTE),
  });
  expect((await book('a', full, 'm-1')).status).toBe(201);
  const reason = async (memberId: string) => outcome(await book('b', full, memberId));
  venue.clock.set(startsAt);
  await edit(venue, 'activity', activity, { aggregatorBookings: 'not_allowed' });
  // Known id, withdrawn, closed, already booked and full.
  expect(outcome(await book('a', full, 'm-2'))).toBe('422 booking_mismatch');
  expect(await reason('m-1')).toBe('410 session_withdrawn');
  await edit(venue, 'activity', activity, { aggregatorBookings: 'allowed' });
  expect(await reason('m-1')).toBe('422 booking_window_closed');
  venue.clock.set(NOW);
  expect(await reason('m-1')).toBe('409 already_booked');
  expect(await reason('m-2')).toBe('409 session_full');
  await edit(venue, 'appointment', full, {
    state: 'cancelled',
    cancellationReason: 'Ill',
    confirmed: true,
  });
  await edit(venue, 'activity', activity, { aggregatorBookings: 'not_allowed' });
  venue.clock.set(startsAt);
  expect(await reason('m-1')).toBe('410 session_cancelled');
  await onefit.call('DELETE', `/venues/${linked.uuid}/link`);
  expect(await reason('m-1')).toBe('404 not_found');
});
