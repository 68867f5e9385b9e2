import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { edit, outcome } from '../support/linked';
import { member } from '../support/partner';
import { linkedSuite } from '../support/linked-suite';
import { writingNothing } from '../support/table-dump';

const NOW = new Date('2026-12-01T12:00:00Z');
const MINUTE = 60_000;

const suite = linkedSuite(NOW);

function book(id: string, { documentId }: Doc, memberId = `m-${id}`, rest = {}) {
  return suite.onefit.book(suite.linked.uuid, id, documentId, member(memberId, rest));
}

/** A session that starts so many minutes from now. */
function session(minutes = 24 * 60): Promise<Doc> {
  const startsAt = new Date(NOW.getTime() + minutes * MINUTE);
  const endsAt = new Date(startsAt.getTime() + 60 * MINUTE);
  return makeAppointment(suite.venue, suite.linked.activity, { startsAt, endsAt });
}

describe('what is sent again', () => {
  it('leaves every table as it was, too', async () => {
    const into = await session(20);
    const requests = [
      () => suite.onefit.cancel(suite.linked.uuid, 'never-came'),
      () => book('a', into),
      () => book('b', into),
      () => suite.onefit.cancel(suite.linked.uuid, 'a', true),
      () => suite.onefit.checkIn(suite.linked.uuid, 'b'),
      () => book('never-came', into),
      () => suite.onefit.link(suite.linked.uuid, suite.linked.company.uuid),
      () => suite.onefit.call('DELETE', `/venues/${suite.linked.uuid}/link`),
    ];
    for (const request of requests) {
      await request();
      suite.venue.clock.advance(MINUTE);
      await writingNothing(suite.venue.strapi, request);
    }
  });

  it('is the same booking, though names, e-mail and phone differ now', async () => {
    const into = await session();
    const first = await book('a', into, 'm-1', { email: 'a@example.org' });
    suite.venue.clock.advance(MINUTE);
    await writingNothing(suite.venue.strapi, async () => {
      const again = await book('a', into, 'm-1', { firstName: 'Other', phone: '1' });
      expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    });
  });
});

it('gives the first reason where several apply', async () => {
  const activity = await makeActivity(suite.venue.strapi, suite.linked, { capacity: 1 });
  const startsAt = new Date(NOW.getTime() + 60 * MINUTE);
  const full = await makeAppointment(suite.venue, activity, {
    startsAt,
    endsAt: new Date(startsAt.getTime() + 60 * MINUTE),
  });
  expect((await book('a', full, 'm-1')).status).toBe(201);
  const reason = async (memberId: string) => outcome(await book('b', full, memberId));
  suite.venue.clock.set(startsAt);
  await edit(suite.venue, 'activity', activity, { aggregatorBookings: 'not_allowed' });
  // Known id, withdrawn, closed, already booked and full.
  expect(outcome(await book('a', full, 'm-2'))).toBe('422 booking_mismatch');
  expect(await reason('m-1')).toBe('410 session_withdrawn');
  await edit(suite.venue, 'activity', activity, { aggregatorBookings: 'allowed' });
  expect(await reason('m-1')).toBe('422 booking_window_closed');
  suite.venue.clock.set(NOW);
  expect(await reason('m-1')).toBe('409 already_booked');
  expect(await reason('m-2')).toBe('409 session_full');
  await edit(suite.venue, 'appointment', full, {
    state: 'cancelled',
    cancellationReason: 'Ill',
    confirmed: true,
  });
  await edit(suite.venue, 'activity', activity, { aggregatorBookings: 'not_allowed' });
  suite.venue.clock.set(startsAt);
  expect(await reason('m-1')).toBe('410 session_cancelled');
  await suite.onefit.call('DELETE', `/venues/${suite.linked.uuid}/link`);
  expect(await reason('m-1')).toBe('404 not_found');
});
