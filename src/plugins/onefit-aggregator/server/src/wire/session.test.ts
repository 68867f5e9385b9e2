import fc from 'fast-check';
import { availableSpots, fingerprint, toSession } from './session';
import type { SessionView } from './session';
import { sessionSchema, TEXT_LIMITS } from './schemas/session';

function view(changes: Partial<SessionView> = {}): SessionView {
  return {
    id: 'appointment-1',
    state: 'scheduled',
    offered: true,
    class: { id: 'activity-1', name: 'Vinyasa Yoga', kind: 'class', description: null },
    startsAt: new Date('2027-03-28T07:30:00Z'),
    endsAt: new Date('2027-03-28T08:30:00Z'),
    timeZone: 'Europe/Amsterdam',
    room: 'Studio 1',
    teacher: null,
    capacity: 16,
    booked: 5,
    bookedByAggregator: 1,
    spotLimit: 4,
    bookingOpensAt: null,
    bookingClosesAt: new Date('2027-03-28T07:15:00Z'),
    lateCancelAt: new Date('2027-03-27T23:30:00Z'),
    cancelledAt: null,
    cancellationReason: null,
    ...changes,
  };
}

describe('toSession', () => {
  it('writes every instant with the offset the venue has at that instant', () => {
    expect(toSession(view(), 7)).toEqual({
      id: 'appointment-1',
      version: 7,
      status: 'scheduled',
      class: { id: 'activity-1', name: 'Vinyasa Yoga', kind: 'class', description: null },
      startsAt: '2027-03-28T09:30:00+02:00',
      endsAt: '2027-03-28T10:30:00+02:00',
      timeZone: 'Europe/Amsterdam',
      room: 'Studio 1',
      teacher: null,
      totalSpots: 16,
      totalAggregatorSpots: 4,
      availableSpots: 3,
      bookingOpensAt: null,
      bookingClosesAt: '2027-03-28T09:15:00+02:00',
      lateCancelAt: '2027-03-28T00:30:00+01:00',
      cancelledAt: null,
      cancellationReason: null,
    });
  });

  it('lets cancelled win over withdrawn, with when and why', () => {
    const cancelled = view({
      state: 'cancelled',
      offered: false,
      cancelledAt: new Date('2027-03-01T10:00:00Z'),
      cancellationReason: 'The teacher is ill.',
    });
    expect(toSession(cancelled, 8)).toMatchObject({
      status: 'cancelled',
      availableSpots: 0,
      cancelledAt: '2027-03-01T11:00:00+01:00',
      cancellationReason: 'The teacher is ill.',
    });
  });

  it('withdraws what is no longer offered', () => {
    expect(toSession(view({ offered: false }), 8)).toMatchObject({
      status: 'withdrawn',
      availableSpots: 0,
    });
  });

  it('does not tell of a cancellation that does not stand', () => {
    const restored = view({ cancelledAt: new Date(), cancellationReason: 'Old reason' });
    expect(toSession(restored, 8)).toMatchObject({ cancelledAt: null, cancellationReason: null });
  });

  it('cuts a text that is too long between characters, not through one', () => {
    const session = toSession(
      view({ room: '🧘'.repeat(300), cancellationReason: null, teacher: 'é'.repeat(255) }),
      1,
    );
    expect([...(session.room ?? '')]).toHaveLength(TEXT_LIMITS.room);
    expect(session.room?.endsWith('🧘…')).toBe(true);
    expect(session.teacher).toBe('é'.repeat(255));
  });

  it.each(['x', '🧘'])('leaves a text of %s that is just short enough as it is', (character) => {
    const name = character.repeat(TEXT_LIMITS.name);
    const description = character.repeat(TEXT_LIMITS.description);
    const fitting = view({ class: { ...view().class, name, description } });
    expect(toSession(fitting, 1).class).toMatchObject({ name, description });
    const over = view({ class: { ...view().class, name: `${name}${character}` } });
    expect(toSession(over, 1).class.name).toBe(`${character.repeat(TEXT_LIMITS.name - 1)}…`);
  });

  it('cuts each text at its own limit', () => {
    const long = 'x'.repeat(6000);
    const cancelled = view({
      state: 'cancelled',
      class: { ...view().class, name: long, description: long },
      room: long,
      teacher: long,
      cancellationReason: long,
    });
    const { class: activity, room, teacher, cancellationReason } = toSession(cancelled, 1);
    const texts = [activity.name, activity.description, room, teacher, cancellationReason];
    expect(texts.map((text) => text?.length)).toEqual([255, 5000, 255, 255, 500]);
  });

  it('writes when booking opens, where it has an opening', () => {
    const bookingOpensAt = new Date('2027-03-26T07:30:00Z');
    expect(toSession(view({ bookingOpensAt }), 1).bookingOpensAt).toBe('2027-03-26T08:30:00+01:00');
  });
});

describe('availableSpots', () => {
  const counts = fc.record({
    capacity: fc.nat(50),
    booked: fc.nat(60),
    bookedByAggregator: fc.nat(60),
    spotLimit: fc.option(fc.nat(50)),
    offered: fc.boolean(),
    state: fc.constantFrom('scheduled' as const, 'cancelled' as const),
  });

  it('is never negative and never more than capacity or limit leave', () => {
    fc.assert(
      fc.property(counts, (facts) => {
        const spots = availableSpots(facts);
        expect(spots).toBeGreaterThanOrEqual(0);
        expect(spots).toBeLessThanOrEqual(Math.max(0, facts.capacity - facts.booked));
        if (facts.spotLimit !== null) {
          const left = Math.max(0, facts.spotLimit - facts.bookedByAggregator);
          expect(spots).toBeLessThanOrEqual(left);
        }
        if (facts.state === 'cancelled' || !facts.offered) expect(spots).toBe(0);
      }),
    );
  });

  it.each([
    [{ capacity: 16, booked: 5, bookedByAggregator: 1, spotLimit: null }, 11],
    [{ capacity: 16, booked: 15, bookedByAggregator: 1, spotLimit: 4 }, 1],
    [{ capacity: 16, booked: 5, bookedByAggregator: 6, spotLimit: 4 }, 0],
    [{ capacity: 4, booked: 5, bookedByAggregator: 0, spotLimit: null }, 0],
    [{ capacity: 16, booked: 0, bookedByAggregator: 0, spotLimit: 0 }, 0],
  ])('of %j is %i', (facts, spots) => {
    expect(availableSpots({ state: 'scheduled', offered: true, ...facts })).toBe(spots);
  });
});

describe('fingerprint', () => {
  it('does not depend on the version or on the order of fields', () => {
    const session = toSession(view(), 7);
    const reversed = Object.fromEntries(Object.entries(session).reverse());
    expect(fingerprint(sessionSchema.parse({ ...reversed, version: 9 }))).toBe(
      fingerprint(session),
    );
    expect(fingerprint({ ...reversed, version: 9 } as typeof session)).toBe(fingerprint(session));
    expect(fingerprint(session)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('stays what it was, or every session would be sent again', () => {
    expect(fingerprint(toSession(view(), 7))).toBe(
      'b2a03b726d9f056a9e8fd67f772cae4de4f30843c3f1dddc9cf043dde833915d',
    );
  });

  it.each([
    ['status', { offered: false }],
    ['class name', { class: { ...view().class, name: 'Yin Yoga' } }],
    ['class description', { class: { ...view().class, description: 'Slow.' } }],
    ['start', { startsAt: new Date('2027-03-28T07:31:00Z') }],
    ['room', { room: null }],
    ['teacher', { teacher: 'Sam' }],
    ['capacity', { capacity: 17 }],
    ['spot limit', { spotLimit: null }],
    ['spots left', { bookedByAggregator: 2 }],
    ['time zone', { timeZone: 'Europe/Paris' }],
  ] satisfies [string, Partial<SessionView>][])('changes with the %s', (_field, changes) => {
    expect(fingerprint(toSession(view(changes), 7))).not.toBe(fingerprint(toSession(view(), 7)));
  });
});

it('what toSession makes always fits the published schema', () => {
  const texts = fc.option(fc.string({ unit: 'grapheme', maxLength: 600 }));
  const instants = fc.date({
    min: new Date('1971-01-01'),
    max: new Date('2900-01-01'),
    noInvalidDate: true,
  });
  const views = fc.record({
    room: texts,
    teacher: texts,
    cancellationReason: texts,
    state: fc.constantFrom('scheduled' as const, 'cancelled' as const),
    offered: fc.boolean(),
    startsAt: instants,
    bookingOpensAt: fc.option(instants),
    cancelledAt: fc.option(instants),
    capacity: fc.nat(),
    booked: fc.nat(),
    bookedByAggregator: fc.nat(),
    spotLimit: fc.option(fc.nat()),
    timeZone: fc.constantFrom('Europe/Amsterdam', 'Australia/Lord_Howe', 'Pacific/Chatham'),
  });
  fc.assert(
    fc.property(views, (changes) => {
      const session = toSession(view(changes), 1);
      expect(sessionSchema.safeParse(session).error?.issues ?? []).toEqual([]);
    }),
  );
});
