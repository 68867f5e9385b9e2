import { randomUUID } from 'node:crypto';
import { makeAppointment, makePlace, makeCustomer } from '../support/content';
import type { Doc } from '../support/content';
import { edit, extensionOrders, outcome } from '../support/linked';
import { ownPlace } from '../support/own-place';
import { member, timestampOf } from '../support/partner';
import type { PartnerAnswer } from '../support/partner';
import { linkedSuite } from '../support/linked-suite';
import { writingNothing } from '../support/table-dump';

const NOW = new Date('2026-12-01T12:00:00Z');
const MINUTE = 60_000;

const suite = linkedSuite(NOW);

function call(method: string, path: string, body?: unknown, options = {}): Promise<PartnerAnswer> {
  return suite.onefit.call(method, `/venues/${suite.linked.uuid}${path}`, body, options);
}

function book(id: string, { documentId }: Doc, memberId = `m-${id}`, rest = {}) {
  return suite.onefit.book(suite.linked.uuid, id, documentId, member(memberId, rest));
}

/** A session that starts so many minutes from now. */
function session(data: object = {}, minutes = 24 * 60): Promise<Doc> {
  const startsAt = new Date(NOW.getTime() + minutes * MINUTE);
  const endsAt = new Date(startsAt.getTime() + 60 * MINUTE);
  return makeAppointment(suite.venue, suite.linked.activity, { startsAt, endsAt, ...data });
}

async function booked(data: object = {}, minutes?: number): Promise<Doc> {
  const made = await session(data, minutes);
  expect((await book('known', made)).status).toBe(201);
  return made;
}

/** Each refusal: what is there before, and the request; nothing of it may leave a trace. */
const REFUSALS: Array<[string, string, () => Promise<() => Promise<PartnerAnswer>>]> = [
  [
    '400 invalid_request',
    'a member without a name',
    async () => {
      const { documentId } = await session();
      return () => call('PUT', '/bookings/b-1', { sessionId: documentId, member: { id: 'm-1' } });
    },
  ],
  [
    '400 invalid_request',
    'a check-in to come',
    async () => {
      await booked({}, 20);
      const at = timestampOf(new Date(NOW.getTime() + 10 * MINUTE));
      return () => suite.onefit.checkIn(suite.linked.uuid, 'known', at);
    },
  ],
  [
    '401 signature_missing',
    'a booking that nobody signed',
    async () => {
      const body = { sessionId: (await session()).documentId, member: member('m-1') };
      return () => call('PUT', '/bookings/b-1', body, { signature: null });
    },
  ],
  [
    '401 signature_invalid',
    'a cancellation that somebody else signed',
    async () => {
      await booked();
      const body = { late: false, cancelledAt: timestampOf(NOW) };
      return () => call('POST', '/bookings/known/cancel', body, { secret: 'forged' });
    },
  ],
  [
    '401 timestamp_out_of_range',
    'a cancellation of yesterday, sent again',
    async () => {
      await booked();
      const body = { late: false, cancelledAt: timestampOf(NOW) };
      return () =>
        call('POST', '/bookings/known/cancel', body, { timestamp: '2026-11-30T12:00:00Z' });
    },
  ],
  [
    '404 not_found',
    'a booking of nothing, by a member not known yet',
    async () => () => suite.onefit.book(suite.linked.uuid, 'b-1', 'nothing', member('m-new')),
  ],
  [
    '404 not_found',
    'a link by another company',
    async () => () => suite.onefit.link(suite.linked.uuid, randomUUID(), 'of-9'),
  ],
  [
    '405 method_not_allowed',
    'the deletion of a booking',
    async () => {
      await booked();
      return () => call('DELETE', '/bookings/known');
    },
  ],
  [
    '409 session_full',
    'by capacity, a member not known yet whose e-mail is known',
    async () => {
      const full = await booked({ capacity: 1 });
      await makeCustomer(suite.venue.strapi, { email: 'zoe@example.org' });
      return () => book('b-2', full, 'm-new', { email: 'zoe@example.org' });
    },
  ],
  [
    '409 session_full',
    'by the limit for aggregators',
    async () => {
      const full = await booked({ aggregatorBookings: 'allowed', aggregatorSpotLimit: 1 });
      return () => book('b-2', full);
    },
  ],
  [
    '409 already_booked',
    'the same member under another id',
    async () => {
      const taken = await booked();
      return () => book('b-2', taken, 'm-known');
    },
  ],
  [
    '409 already_booked',
    'the customer has a place of their own',
    async () => {
      const taken = await session();
      await ownPlace(suite.venue.strapi, taken, 'm-own');
      return () => book('b-2', taken, 'm-own');
    },
  ],
  [
    '409 booking_cancelled',
    'a check-in of who cancelled',
    async () => {
      await booked({}, 20);
      await suite.onefit.cancel(suite.linked.uuid, 'known');
      return () => suite.onefit.checkIn(suite.linked.uuid, 'known');
    },
  ],
  [
    '409 cancellation_not_permitted',
    'a cancellation of who is there',
    async () => {
      await booked({}, 20);
      await suite.onefit.checkIn(suite.linked.uuid, 'known');
      return () => suite.onefit.cancel(suite.linked.uuid, 'known');
    },
  ],
  [
    '409 cancellation_not_permitted',
    'a cancellation after the start',
    async () => {
      await booked({}, 20);
      suite.venue.clock.advance(20 * MINUTE);
      return () => suite.onefit.cancel(suite.linked.uuid, 'known', true);
    },
  ],
  [
    '409 extension_not_ordered',
    'a link',
    async () => {
      const { venue: other, company } = await makePlace(suite.venue.strapi);
      await extensionOrders(suite.venue).end();
      return () => suite.onefit.link(other.uuid, company.uuid);
    },
  ],
  [
    '410 session_cancelled',
    'a booking',
    async () => {
      const off = await session();
      await edit(suite.venue, 'appointment', off, {
        state: 'cancelled',
        cancellationReason: 'Ill',
        confirmed: true,
      });
      return () => book('b-2', off);
    },
  ],
  [
    '410 session_withdrawn',
    'a booking',
    async () => {
      const off = await session();
      await edit(suite.venue, 'appointment', off, { aggregatorBookings: 'not_allowed' });
      return () => book('b-2', off);
    },
  ],
  [
    '413 payload_too_large',
    'a booking with much around it',
    async () => {
      const body = { sessionId: (await session()).documentId, member: member('m-1') };
      return () => call('PUT', '/bookings/b-1', JSON.stringify(body) + ' '.repeat(70_000));
    },
  ],
  [
    '415 unsupported_media_type',
    'a booking said to be a form',
    async () => {
      const body = { sessionId: (await session()).documentId, member: member('m-1') };
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      return () => call('PUT', '/bookings/b-1', body, { headers });
    },
  ],
  [
    '422 booking_window_closed',
    'a booking five minutes before the start',
    async () => {
      const soon = await session({}, 5);
      return () => book('b-1', soon);
    },
  ],
  [
    '422 booking_mismatch',
    'a known id with another member',
    async () => {
      const known = await booked();
      return () => book('known', known, 'm-other');
    },
  ],
  [
    '422 booking_mismatch',
    'a known id with another session',
    async () => {
      await booked();
      const other = await session();
      return () => book('known', other);
    },
  ],
  [
    '422 booking_mismatch',
    'an id cancelled before it came, with another member than it came with',
    async () => {
      const into = await session();
      await suite.onefit.cancel(suite.linked.uuid, 'known');
      expect((await book('known', into)).body.status).toBe('cancelled');
      return () => book('known', into, 'm-other');
    },
  ],
  [
    '422 check_in_window_closed',
    'a check-in an hour before the start',
    async () => {
      await booked({}, 60);
      return () => suite.onefit.checkIn(suite.linked.uuid, 'known');
    },
  ],
];

describe('a refusal leaves every table, byte for byte, as it was', () => {
  it.each(REFUSALS)('%s: %s', async (expected, _what, prepare) => {
    const request = await prepare();
    const first = await writingNothing(suite.venue.strapi, request);
    expect(outcome(first)).toBe(expected);
    const second = await writingNothing(suite.venue.strapi, request);
    expect(second.body).toEqual(first.body);
  });

  it('is tested for every refusal there is', async () => {
    const { body } = await suite.onefit.call<{
      components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } };
    }>('GET', '/openapi.json');
    // These need a venue of another kind, and have their own tests.
    const elsewhere = [
      ...['too_many_requests', 'not_configured'],
      ...['temporarily_unavailable', 'internal_error'],
    ];
    const tested = new Set(REFUSALS.map(([expected]) => expected.slice(4)));
    expect([...tested, ...elsewhere].sort()).toEqual(
      [...body.components.schemas.Problem.properties.code.enum].sort(),
    );
  });
});
