import type { Arena } from '../arena';
import type { Kind } from '../calls/call';
import { createPrng } from '../../support/prng';
import type { Move } from './move';
import { callsOf, planMoves } from './plan';
import { appointmentsFor } from './scene';

const CALLS = 5_000;

const arena: Arena = {
  part: 1,
  target: {
    urls: ['http://a', 'http://b', 'http://c'],
    venue: '',
    secret: '',
    token: '',
    product: '',
  },
  activity: 'followed',
  appointments: Array.from({ length: appointmentsFor(CALLS) }, (_, index) => ({
    documentId: `s-${index}`,
    capacity: 4,
    limit: null,
    follows: null,
  })),
  customers: Array.from({ length: 20 }, (_, index) => ({
    documentId: `c-${index}`,
    member: index < 8 ? `own-${index}` : null,
  })),
};

function plan(seed: number): Move[] {
  const moves = planMoves(arena, createPrng(seed));
  const planned: Move[] = [];
  for (let calls = 0; calls < CALLS; ) {
    const move = moves.next().value;
    planned.push(move);
    calls += callsOf(move);
  }
  return planned;
}

describe('the plan of a run', () => {
  const steps = plan(7).flat(2);

  it('is the same for the same seed, and another for another', () => {
    expect(plan(7)).toEqual(plan(7));
    expect(plan(7)).not.toEqual(plan(8));
  });

  it('makes every kind of call, on every server, and loses answers', () => {
    const kinds: Kind[] = [
      ...(['book', 'cancel', 'check-in', 'read', 'edit', 'edit-activity', 'call-off'] as const),
      ...(['desk-book', 'desk-cancel', 'desk-check-in', 'desk-no-show', 'desk-look'] as const),
    ];
    expect(new Set(steps.map(({ asked }) => asked.kind))).toEqual(new Set(kinds));
    expect(new Set(steps.map(({ server }) => server))).toEqual(new Set([0, 1, 2]));
    const lost = steps.filter(({ cutAfterMs }) => cutAfterMs !== null).length;
    expect(lost / steps.length).toBeGreaterThan(0.03);
    expect(lost / steps.length).toBeLessThan(0.15);
  });

  it('fights over every appointment, each in its own time', () => {
    const wanted = steps.flatMap(({ asked }) => (asked.kind === 'book' ? [asked.session] : []));
    expect(new Set(wanted).size).toBe(arena.appointments.length);
    const first = wanted.indexOf('s-0');
    const last = wanted.indexOf(`s-${arena.appointments.length - 1}`);
    expect(first).toBeLessThan(last);
  });

  it('books one member twice at the same moment, and repeats exactly', () => {
    const volleys = plan(7).flat();
    const twins = volleys.filter((volley) => {
      const members = volley.flatMap(({ asked }) =>
        asked.kind === 'book' ? [`${asked.session} ${asked.member}`] : [],
      );
      return new Set(members).size < members.length;
    });
    expect(twins.length).toBeGreaterThan(50);
    const bodies = steps.flatMap(({ asked }) =>
      asked.kind === 'book' ? [JSON.stringify(asked)] : [],
    );
    expect(bodies.length - new Set(bodies).size).toBeGreaterThan(200);
  });
});
