import { randomUUID } from 'node:crypto';
import { makeAppointment, makePlace } from '../support/content';
import type { Place } from '../support/content';
import { addLinked, edit, extensionOrders, outcome } from '../support/linked';
import { member } from '../support/partner';
import { linkedSuite } from '../support/linked-suite';
import { writingNothing } from '../support/table-dump';

const suite = linkedSuite();

async function read(uuid: string) {
  return (await suite.onefit.call('GET', `/venues/${uuid}`)).body;
}

function unlink(uuid: string) {
  return suite.onefit.call('DELETE', `/venues/${uuid}/link`);
}

describe('linking', () => {
  let place: Place;
  let uuid: string;

  beforeEach(async () => {
    place = await makePlace(suite.venue.strapi);
    uuid = place.venue.uuid;
  });

  it('is pending until Onefit links, and then says when', async () => {
    const pending = { status: 'pending', onefitVenueId: null, linkedAt: null };
    const facts = { id: uuid, companyId: place.company.uuid, name: 'Centrum' };
    expect(await read(uuid)).toEqual({ ...facts, timeZone: 'Europe/Amsterdam', link: pending });
    suite.venue.clock.set('2026-12-01T12:00:00.700Z');
    const answer = await suite.onefit.link(uuid, place.company.uuid, 'of-7');
    const link = { status: 'linked', onefitVenueId: 'of-7', linkedAt: '2026-12-01T12:00:00Z' };
    expect([answer.status, answer.body.link]).toEqual([200, link]);
    expect(await read(uuid)).toEqual(answer.body);
  });

  it('takes the ids in either case', async () => {
    const upper = (text: string) => text.toUpperCase();
    const answer = await suite.onefit.link(upper(uuid), upper(place.company.uuid));
    expect([answer.status, answer.body.id]).toEqual([200, uuid]);
  });

  it.each([
    ['a company that there is not', () => randomUUID()],
    ['the company of another venue', () => suite.linked.company.uuid],
    ['its own id for that of its company', () => uuid],
  ])('is refused for %s', async (_what, companyId) => {
    await writingNothing(suite.venue.strapi, async () => {
      expect(outcome(await suite.onefit.link(uuid, companyId()))).toBe('404 not_found');
    });
  });

  it('waits until the extension is ordered', async () => {
    await extensionOrders(suite.venue).end();
    await writingNothing(suite.venue.strapi, async () => {
      const answer = await suite.onefit.link(uuid, place.company.uuid);
      expect(outcome(answer)).toBe('409 extension_not_ordered');
      // Whether it is ordered is told to nobody who does not know the company.
      expect(outcome(await suite.onefit.link(uuid, randomUUID()))).toBe('404 not_found');
    });
    await extensionOrders(suite.venue).order();
    expect((await suite.onefit.link(uuid, place.company.uuid)).status).toBe(200);
  });

  it('again changes nothing, with another id of Onefit replaces', async () => {
    suite.venue.clock.set('2026-12-01T12:00:00Z');
    const first = await suite.onefit.link(uuid, place.company.uuid, 'of-7');
    suite.venue.clock.set('2026-12-01T13:00:00Z');
    await writingNothing(suite.venue.strapi, async () => {
      const again = await suite.onefit.link(uuid, place.company.uuid, 'of-7');
      expect([again.status, again.body]).toEqual([200, first.body]);
    });
    const other = await suite.onefit.link(uuid, place.company.uuid, 'of-8');
    const link = { status: 'linked', onefitVenueId: 'of-8', linkedAt: '2026-12-01T13:00:00Z' };
    expect(other.body.link).toEqual(link);
    expect(await read(uuid)).toEqual(other.body);
  });

  it.each([
    ['without a company', { onefitVenueId: 'of-1' }, 'companyId'],
    ['with an id that is none', { companyId: randomUUID(), onefitVenueId: 'a b' }, 'onefitVenueId'],
    ['with a company that is no UUID', { companyId: 'x', onefitVenueId: 'of-1' }, 'companyId'],
  ])('%s is refused', async (_what, body, path) => {
    const answer = await suite.onefit.call('PUT', `/venues/${uuid}/link`, body);
    expect(outcome(answer)).toBe('400 invalid_request');
    expect(answer.body.errors).toMatchObject([{ path }]);
  });
});

describe('ending a link', () => {
  it('is done once and asked for as often as one likes', async () => {
    const first = await unlink(suite.linked.uuid);
    expect([first.status, first.body, first.headers.get('Content-Type')]).toEqual([
      204,
      null,
      null,
    ]);
    await writingNothing(suite.venue.strapi, async () => {
      expect((await unlink(suite.linked.uuid)).status).toBe(204);
    });
    expect(await read(suite.linked.uuid)).toMatchObject({ link: { status: 'pending' } });
  });

  it('concerns one venue alone', async () => {
    const other = await addLinked(suite.venue, suite.onefit);
    await unlink(suite.linked.uuid);
    expect(await read(other.uuid)).toMatchObject({ link: { status: 'linked' } });
    expect((await suite.onefit.sessions(other.uuid)).status).toBe(200);
  });

  it('keeps bookings and sessions for when it is linked again', async () => {
    const { documentId } = await makeAppointment(suite.venue, suite.linked.activity);
    await suite.onefit.book(suite.linked.uuid, 'b-1', documentId, member('m-1'));
    const booking = (await suite.onefit.booking(suite.linked.uuid, 'b-1')).body;
    await unlink(suite.linked.uuid);
    expect(outcome(await suite.onefit.booking(suite.linked.uuid, 'b-1'))).toBe('404 not_found');
    await suite.onefit.link(suite.linked.uuid, suite.linked.company.uuid, 'of-2');
    expect((await suite.onefit.booking(suite.linked.uuid, 'b-1')).body).toEqual(booking);
    const session = (await suite.onefit.session(suite.linked.uuid, documentId)).body;
    expect(session).toMatchObject({ status: 'scheduled', availableSpots: 15 });
  });
});

describe('a session that is no longer what it was', () => {
  let sessionId: string;

  beforeEach(async () => {
    sessionId = (await makeAppointment(suite.venue, suite.linked.activity)).documentId;
    await suite.onefit.book(suite.linked.uuid, 'b-1', sessionId, member('m-1'));
  });

  async function session() {
    return (await suite.onefit.session(suite.linked.uuid, sessionId)).body;
  }

  async function bookingOf(id: string) {
    return outcome(await suite.onefit.book(suite.linked.uuid, id, sessionId, member(`m-${id}`)));
  }

  const withdrawals: Record<string, () => Promise<void>> = {
    'the rule of its activity is switched off': () =>
      edit(suite.venue, 'activity', suite.linked.activity, { aggregatorBookings: 'not_allowed' }),
    'it is taken out by itself': () =>
      edit(
        suite.venue,
        'appointment',
        { documentId: sessionId },
        { aggregatorBookings: 'not_allowed' },
      ),
    'the extension is ended': () => extensionOrders(suite.venue).end(),
  };

  it.each(Object.entries(withdrawals))(
    'is withdrawn when %s; its bookings stay',
    async (_w, act) => {
      const before = await session();
      await act();
      const after = await session();
      expect(after).toEqual({
        ...before,
        status: 'withdrawn',
        availableSpots: 0,
        version: expect.any(Number) as number,
      });
      expect(after.version as number).toBeGreaterThan(before.version as number);
      expect((await suite.onefit.sessions(suite.linked.uuid)).body).toEqual({
        sessions: [],
        nextCursor: null,
      });
      await writingNothing(suite.venue.strapi, async () => {
        expect(await bookingOf('b-2')).toBe('410 session_withdrawn');
      });
      expect((await suite.onefit.booking(suite.linked.uuid, 'b-1')).body.status).toBe('confirmed');
      expect((await suite.onefit.cancel(suite.linked.uuid, 'b-1')).body.status).toBe('cancelled');
    },
  );

  it('is offered again when the rule is switched on again', async () => {
    await withdrawals['the rule of its activity is switched off']?.();
    const { version } = await session();
    await edit(suite.venue, 'activity', suite.linked.activity, { aggregatorBookings: 'allowed' });
    const again = await session();
    expect(again).toMatchObject({ status: 'scheduled', availableSpots: 15 });
    expect(again.version as number).toBeGreaterThan(version as number);
    expect(await bookingOf('b-2')).toBe('201');
  });

  it('is cancelled for good, with the reason, and ends its bookings', async () => {
    suite.venue.clock.set(new Date(Math.floor(Date.now() / 1000) * 1000));
    const cancelled = {
      state: 'cancelled',
      cancellationReason: 'The teacher is ill.',
      confirmed: true,
    };
    await edit(suite.venue, 'appointment', { documentId: sessionId }, cancelled);
    const after = await session();
    expect(after).toMatchObject({
      status: 'cancelled',
      availableSpots: 0,
      cancellationReason: 'The teacher is ill.',
    });
    expect(Date.parse(after.cancelledAt as string)).toBe(suite.venue.clock.now().getTime());
    expect((await suite.onefit.booking(suite.linked.uuid, 'b-1')).body.status).toBe(
      'cancelled_by_venue',
    );
    expect((await suite.onefit.cancel(suite.linked.uuid, 'b-1')).body.status).toBe(
      'cancelled_by_venue',
    );
    expect(outcome(await suite.onefit.checkIn(suite.linked.uuid, 'b-1'))).toBe(
      '409 booking_cancelled',
    );
    expect(await bookingOf('b-2')).toBe('410 session_cancelled');
    // Cancelled stays cancelled, and is not merely withdrawn.
    await extensionOrders(suite.venue).end();
    expect(await session()).toMatchObject({ status: 'cancelled' });
    expect(await bookingOf('b-2')).toBe('410 session_cancelled');
  });

  it('is withdrawn when it is deleted after Onefit was sent it, and nothing when not', async () => {
    const unsent = (await makeAppointment(suite.venue, suite.linked.activity)).documentId;
    const sent = (await makeAppointment(suite.venue, suite.linked.activity)).documentId;
    const before = (await suite.onefit.session(suite.linked.uuid, sent)).body;
    await suite.venue.strapi.db
      .connection('onefit_sync_records')
      .where({ subject: sent })
      .update({ sent_payload: JSON.stringify(before) });
    for (const documentId of [sent, unsent]) {
      await suite.venue.strapi.documents('api::appointment.appointment').delete({ documentId });
    }
    const after = (await suite.onefit.session(suite.linked.uuid, sent)).body;
    expect(after).toEqual({
      ...before,
      status: 'withdrawn',
      availableSpots: 0,
      version: expect.any(Number) as number,
    });
    expect(after.version as number).toBeGreaterThan(before.version as number);
    expect(outcome(await suite.onefit.session(suite.linked.uuid, unsent))).toBe('404 not_found');
    const refused = await suite.onefit.book(suite.linked.uuid, 'b-2', sent, member('m-2'));
    expect(outcome(refused)).toBe('410 session_withdrawn');
  });
});
