import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { outcome, startLinked } from '../support/linked';
import type { Linked } from '../support/linked';
import { createPartner, member, timestampOf } from '../support/partner';
import type { Partner } from '../support/partner';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

const LONG_BEFORE = '2026-11-01T00:00:00Z';
const START = new Date('2026-12-01T18:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let venue: RunningVenue;
let onefit: Partner;
let linked: Linked;
let bookings = 0;

beforeAll(async () => {
  venue = await startVenue();
  onefit = createPartner(venue.url, venue.clock.now);
  linked = await startLinked(venue, onefit);
}, 60_000);

afterAll(() => venue.stop());

/** A session that starts at {@link START}, of an activity with these rules, seen long before. */
async function sessionWith(rules: object = {}, startsAt = START): Promise<Doc> {
  venue.clock.set(LONG_BEFORE);
  const activity = await makeActivity(venue.strapi, linked, rules);
  const endsAt = new Date(startsAt.getTime() + HOUR);
  return makeAppointment(venue, activity, { startsAt, endsAt });
}

/** The instant that lies so far from the start: negative = before it. */
function fromStart(milliseconds: number): Date {
  return new Date(START.getTime() + milliseconds);
}

function nextId(): string {
  bookings += 1;
  return `b-${bookings}`;
}

async function bookAt(instant: Date | string, { documentId }: Doc): Promise<string> {
  venue.clock.set(instant);
  const id = nextId();
  return outcome(await onefit.book(linked.uuid, id, documentId, member(`m-${id}`)));
}

/** A booking made long before. */
async function booked(session: Doc): Promise<string> {
  venue.clock.set(LONG_BEFORE);
  const id = nextId();
  const answer = await onefit.book(linked.uuid, id, session.documentId, member(`m-${id}`));
  expect(answer.status).toBe(201);
  return id;
}

describe('the window of booking', () => {
  it('opens so many hours before the start, and not a millisecond earlier', async () => {
    const session = await sessionWith({ bookingOpensHours: 48 });
    expect(await bookAt(fromStart(-48 * HOUR - 1), session)).toBe('422 booking_window_closed');
    expect(await bookAt(fromStart(-48 * HOUR), session)).toBe('201');
  });

  it('is open as soon as the session is offered, where no opening is set', async () => {
    const far = new Date('2029-01-01T10:00:00Z');
    expect(await bookAt(LONG_BEFORE, await sessionWith({}, far))).toBe('201');
  });

  it.each([
    ['a quarter of an hour before the start unless said otherwise', {}, -15 * MINUTE],
    ['two hours before', { bookingClosesMinutes: 120 }, -2 * HOUR],
    ['at the start', { bookingClosesMinutes: 0 }, 0],
  ])('closes %s', async (_when, rules, closes) => {
    const session = await sessionWith(rules);
    expect(await bookAt(fromStart(closes - 1), session)).toBe('201');
    expect(await bookAt(fromStart(closes), session)).toBe('422 booking_window_closed');
    expect(await bookAt(fromStart(2 * HOUR), session)).toBe('422 booking_window_closed');
  });

  it('that closes before it opens lets nobody in', async () => {
    const session = await sessionWith({ bookingOpensHours: 1, bookingClosesMinutes: 60 });
    expect(await bookAt(fromStart(-HOUR), session)).toBe('422 booking_window_closed');
    expect(await bookAt(fromStart(-HOUR - 1), session)).toBe('422 booking_window_closed');
  });

  it('does not concern the repeat of a booking', async () => {
    const session = await sessionWith();
    const id = await booked(session);
    venue.clock.set(fromStart(HOUR));
    const again = await onefit.book(linked.uuid, id, session.documentId, member(`m-${id}`));
    expect([again.status, again.body.status]).toEqual([200, 'confirmed']);
  });

  it('is told in the offset that the venue has at each instant', async () => {
    const morningAfterTheChange = new Date('2027-03-28T05:30:00Z');
    const rules = { bookingOpensHours: 24, cancellationPeriodHours: 8 };
    const { documentId } = await sessionWith(rules, morningAfterTheChange);
    expect((await onefit.session(linked.uuid, documentId)).body).toMatchObject({
      startsAt: '2027-03-28T07:30:00+02:00',
      endsAt: '2027-03-28T08:30:00+02:00',
      bookingOpensAt: '2027-03-27T06:30:00+01:00',
      bookingClosesAt: '2027-03-28T07:15:00+02:00',
      lateCancelAt: '2027-03-27T22:30:00+01:00',
      timeZone: 'Europe/Amsterdam',
    });
  });
});

describe('the window of checking in', () => {
  /** Checks in at this instant, by a request that comes three hours after the start. */
  async function checkedIn(id: string, at: Date): Promise<string> {
    venue.clock.set(fromStart(3 * HOUR));
    return outcome(await onefit.checkIn(linked.uuid, id, timestampOf(at)));
  }

  it.each([
    ['30 minutes and a second before', -30 * MINUTE - SECOND, '422 check_in_window_closed'],
    ['30 minutes before', -30 * MINUTE, '200'],
    ['at the start', 0, '200'],
    ['5 minutes after', 5 * MINUTE, '200'],
    ['5 minutes and a second after', 5 * MINUTE + SECOND, '422 check_in_window_closed'],
  ])('%s', async (_when, distance, expected) => {
    const id = await booked(await sessionWith());
    expect(await checkedIn(id, fromStart(distance))).toBe(expected);
  });

  it('takes no word for what is still to come, but for clocks that differ', async () => {
    const id = await booked(await sessionWith());
    venue.clock.set(fromStart(-20 * MINUTE));
    const ahead = (distance: number) => timestampOf(fromStart(-20 * MINUTE + distance));
    const tooEarly = await onefit.checkIn(linked.uuid, id, ahead(5 * MINUTE + SECOND));
    expect(outcome(tooEarly)).toBe('400 invalid_request');
    expect(tooEarly.body.errors).toMatchObject([{ path: 'at' }]);
    expect((await onefit.checkIn(linked.uuid, id, ahead(5 * MINUTE))).status).toBe(200);
  });

  it('does not concern the repeat, nor who is checked in already', async () => {
    const id = await booked(await sessionWith());
    expect(await checkedIn(id, fromStart(0))).toBe('200');
    const before = (await onefit.booking(linked.uuid, id)).body;
    expect(before.status).toBe('checked_in');
    expect(await checkedIn(id, fromStart(2 * HOUR))).toBe('200');
    expect((await onefit.booking(linked.uuid, id)).body).toEqual(before);
  });

  it('does not help a booking that is cancelled', async () => {
    const id = await booked(await sessionWith());
    await onefit.cancel(linked.uuid, id);
    expect(await checkedIn(id, fromStart(0))).toBe('409 booking_cancelled');
    expect(await checkedIn(id, fromStart(2 * HOUR))).toBe('409 booking_cancelled');
  });
});

describe('cancelling', () => {
  async function cancelAt(instant: Date, id: string, late = false) {
    venue.clock.set(instant);
    const answer = await onefit.cancel(linked.uuid, id, late);
    return [outcome(answer), answer.body.status];
  }

  it.each([
    ['early, in time by Onefit’s word', -10 * HOUR, false, 'cancelled'],
    ['early, late by Onefit’s word', -10 * HOUR, true, 'late_cancelled'],
    ['late by the venue’s rule, in time by Onefit’s word', -HOUR, false, 'cancelled'],
    ['late by both', -HOUR, true, 'late_cancelled'],
    ['a millisecond before the start', -1, true, 'late_cancelled'],
  ])('%s', async (_when, distance, late, status) => {
    const id = await booked(await sessionWith());
    expect(await cancelAt(fromStart(distance), id, late)).toEqual(['200', status]);
    expect((await onefit.booking(linked.uuid, id)).body).toMatchObject({
      status,
      modifiedAt: timestampOf(fromStart(distance)),
      bookedAt: LONG_BEFORE,
    });
  });

  it('is over with the start', async () => {
    const id = await booked(await sessionWith());
    const [refused] = await cancelAt(fromStart(0), id);
    expect(refused).toBe('409 cancellation_not_permitted');
    expect((await cancelAt(fromStart(HOUR), id))[0]).toBe('409 cancellation_not_permitted');
    expect((await onefit.booking(linked.uuid, id)).body).toMatchObject({ status: 'confirmed' });
  });

  it('is over with the check-in, before the start too', async () => {
    const id = await booked(await sessionWith());
    venue.clock.set(fromStart(-10 * MINUTE));
    expect((await onefit.checkIn(linked.uuid, id)).status).toBe(200);
    const [refused] = await cancelAt(fromStart(-9 * MINUTE), id);
    expect(refused).toBe('409 cancellation_not_permitted');
  });

  it('again changes nothing, neither the kind nor the time, after the start too', async () => {
    const id = await booked(await sessionWith());
    await cancelAt(fromStart(-HOUR), id, true);
    const before = (await onefit.booking(linked.uuid, id)).body;
    expect(await cancelAt(fromStart(-MINUTE), id, false)).toEqual(['200', 'late_cancelled']);
    expect(await cancelAt(fromStart(HOUR), id, false)).toEqual(['200', 'late_cancelled']);
    expect((await onefit.booking(linked.uuid, id)).body).toEqual(before);
  });
});

describe('a cancellation that comes before its booking', () => {
  it('is noted, and the booking, however late it comes, is answered as cancelled', async () => {
    const session = await sessionWith();
    const id = nextId();
    const book = () => onefit.book(linked.uuid, id, session.documentId, member(`m-${id}`));
    venue.clock.set(fromStart(-2 * HOUR));
    const noted = await onefit.cancel(linked.uuid, id, true);
    expect([noted.status, noted.body]).toEqual([202, { id, status: 'cancelled' }]);
    expect((await onefit.cancel(linked.uuid, id, false)).status).toBe(202);
    expect(outcome(await onefit.booking(linked.uuid, id))).toBe('404 not_found');
    venue.clock.set(fromStart(2 * HOUR));
    const arrived = await book();
    expect([arrived.status, arrived.body.status]).toEqual([200, 'cancelled']);
    expect((await onefit.cancel(linked.uuid, id)).body).toEqual(arrived.body);
    expect((await book()).body).toEqual(arrived.body);
    expect((await onefit.session(linked.uuid, session.documentId)).body.availableSpots).toBe(16);
  });
});
