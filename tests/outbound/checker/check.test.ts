import { check, INVARIANTS } from './check';
import type { Evidence } from './evidence';
import { evidence, FACTS, heldOf, received } from './hand-made';
import { lossesOf } from './losses';

/** What is broken where both looks saw the same. */
function broken(seen: Evidence, before = seen): string[] {
  const findings = check(before, seen);
  return INVARIANTS.filter((invariant) => findings[invariant].length > 0);
}

const HOOKS = INVARIANTS[0];
const STATE = INVARIANTS[1];
const OUTCOMES = INVARIANTS[2];
const RISING = INVARIANTS[3];
const FINAL = INVARIANTS[4];
const UNKNOWN = INVARIANTS[5];
const SILENT = INVARIANTS[6];
const ANSWERS = INVARIANTS[7];

function held(change: object) {
  return [{ id: 's-1', held: { ...heldOf(), ...change }, received: received(7) }];
}

describe('a storm after which all is well', () => {
  it('breaks nothing', () => {
    expect(broken(evidence())).toEqual([]);
    const sessions = [
      { id: 's-1', held: heldOf(), received: received(5, 6, 6, 7) },
      {
        id: 'gone',
        held: { ...heldOf(), status: 'withdrawn' as const, availableSpots: 0 },
        received: received(1, [2, 'withdrawn']),
      },
      { id: 'forgotten', held: null, received: received(1) },
    ];
    expect(broken(evidence({ sessions }))).toEqual([]);
  });

  it('needs no session of what is not offered', () => {
    const activity = { ...FACTS.activity, aggregator_bookings: 'not_allowed' };
    expect(broken(evidence({ sessions: [] }, { ...FACTS, activity }))).toEqual([]);
  });
});

describe('the state', () => {
  it.each([
    { status: 'withdrawn' },
    { class: { ...heldOf().class, name: 'Zumba' } },
    { startsAt: '2027-03-28T07:30:00Z' },
    { room: null },
    { teacher: 'Zoë' },
    { totalSpots: 15 },
    { totalAggregatorSpots: null },
    { availableSpots: 3 },
    { bookingOpensAt: null },
    { lateCancelAt: '2027-03-28T00:30:00+02:00' },
    { cancellationReason: 'Ill' },
  ])('differs by %j', (change) => {
    expect(broken(evidence({ sessions: held(change) }))).toEqual([HOOKS, STATE]);
  });

  it('differs where a session is missing, or still shown after its appointment is gone', () => {
    expect(broken(evidence({ sessions: [] }))).toEqual([HOOKS, STATE]);
    const [here] = evidence().sessions;
    const gone = { id: 'gone', held: heldOf(), received: received(7) };
    expect(broken(evidence({ sessions: here ? [here, gone] : [] }))).toEqual([HOOKS, STATE]);
  });

  it('may differ before everything was looked at, where no hook saw the change, or Onefit lost or refused it', () => {
    const bad = evidence({ sessions: held({ room: null }) });
    const good = evidence();
    expect(broken(good, bad)).toEqual([HOOKS]);
    good.notes.unseen.add('s-1');
    expect(broken(good, bad)).toEqual([]);
    good.notes.unseen.clear();
    good.notes.lost.add('s-1');
    expect(broken(good, bad)).toEqual([]);
    bad.notes.lost.add('s-1');
    expect(broken(bad)).toEqual([STATE]);
    good.notes.lost.clear();
    bad.rows.records.push({
      kind: 'session',
      subject: 's-1',
      venue_key: 'v-1',
      desired_version: 8,
      acknowledged_version: 7,
      refused_version: 8,
    });
    expect(broken(good, bad)).toEqual([]);
  });

  it('is not claimed of a venue that is not linked', () => {
    const apart = evidence({ sessions: held({ room: null }) });
    apart.rows.linked.clear();
    expect(broken(apart)).toEqual([]);
  });

  it('knows what became of bookings', () => {
    const other = evidence();
    const [, checkedIn] = other.atOnefit.bookings;
    if (checkedIn) checkedIn.status = 'confirmed';
    expect(broken(other)).toEqual([OUTCOMES]);
    expect(lossesOf(other).outcomesLost).toBe(1);
  });
});

describe('the order', () => {
  const sessions = (...versions: Parameters<typeof received>) => [
    { id: 's-1', held: heldOf(), received: received(...versions) },
  ];

  it('is broken by a version that falls, by arrival', () => {
    expect(broken(evidence({ sessions: sessions(5, 7, 6) }))).toEqual([RISING]);
    const [session] = sessions(5, 6, 7);
    session?.received.reverse();
    expect(broken(evidence({ sessions: session ? [session] : [] }))).toEqual([]);
  });

  it('is broken by one version with two contents, as the sandbox saw it', () => {
    const seen = evidence();
    const violation = { rule: 'version_reused', venueId: 'u-1', subject: 's-1', detail: 'Twice.' };
    seen.atOnefit.violations.push({ ...violation, venueId: 'another' });
    expect(broken(seen)).toEqual([]);
    seen.atOnefit.violations.push(violation);
    expect(broken(seen)).toEqual([RISING]);
  });

  it('is broken by anything but a cancellation after a cancellation', () => {
    expect(broken(evidence({ sessions: sessions(5, [6, 'cancelled'], [7, 'cancelled']) }))).toEqual(
      [],
    );
    expect(broken(evidence({ sessions: sessions([6, 'cancelled'], 7) }))).toEqual([FINAL]);
  });
});

describe('silence', () => {
  it('is kept about what was never offered', () => {
    const seen = evidence();
    seen.notes.neverOffered.add('s-2');
    expect(broken(seen)).toEqual([]);
    seen.notes.neverOffered.add('s-1');
    expect(broken(seen)).toEqual([UNKNOWN]);
  });

  it('is kept while the venue is not linked', () => {
    const seen = evidence();
    seen.notes.unlinked.push({ from: 1, until: 5_000 });
    expect(broken(seen)).toEqual([]);
    seen.notes.unlinked.push({ from: -1, until: 1 });
    expect(broken(seen)).toEqual([SILENT]);
  });
});

describe('people', () => {
  it('get no answer that they cannot act on', () => {
    const seen = evidence();
    seen.notes.surprises.push('500');
    expect(broken(seen)).toEqual([ANSWERS]);
  });
});

describe('the losses', () => {
  it('are counted', () => {
    expect(lossesOf(evidence())).toEqual({
      sessions: 1,
      differing: 0,
      cancellationsLost: 0,
      outcomesLost: 0,
      versionsFallen: 0,
    });
    const seen = evidence({
      sessions: [{ id: 's-1', held: heldOf(), received: received(7, 6, 5) }],
    });
    const [appointment] = seen.rows.appointments;
    if (appointment) appointment.state = 'cancelled';
    expect(lossesOf(seen)).toMatchObject({
      differing: 1,
      cancellationsLost: 1,
      versionsFallen: 1,
    });
  });
});
