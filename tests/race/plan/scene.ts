import type { Arena, ArenaAppointment } from '../arena';
import type { AskedOf } from '../calls/call';
import type { Prng } from '../../support/prng';
import type { Step, Subject } from './move';

/** A booking that Onefit asks for. */
export type Wish = AskedOf<'book'>;

/**
 * What moves are made of: the few appointments that everybody wants just now, the members who want
 * them, and what was asked for lately. It moves on, so that every appointment has its rush.
 */
export interface Scene {
  random: Prng;
  arena: Arena;
  /** one of the appointments of the hour */
  session(): string;
  appointment(): ArenaAppointment;
  /** one of the members of the hour */
  member(): string;
  /** a member whom the venue has never seen */
  newMember(): string;
  /** a booking under an id of its own, remembered for later moves */
  wish(session?: string, member?: string): Wish;
  /** one that was asked for lately, perhaps not even sent yet */
  recent(): Wish;
  /** mostly one that holds a spot, so that spots change hands */
  held(): Subject;
  /** a step to any server, now and then with its answer lost */
  step(asked: Step['asked'], more?: Partial<Step>): Step;
  /** a step whose answer is waited for */
  sure(asked: Step['asked'], more?: Partial<Step>): Step;
}

/** Appointments of one hour, and how many calls they are fought over with. */
export const HOT = 5;
export const CALLS_OF_AN_HOUR = 250;
const MEMBERS_OF_AN_HOUR = 14;
const REMEMBERED = 60;
const LOST = 0.08;
const HELD = 0.7;
const LONGEST_CUT_MS = 30;

/** How many appointments a run of so many calls needs. */
export function appointmentsFor(attempts: number): number {
  return HOT * Math.ceil(attempts / CALLS_OF_AN_HOUR);
}

/**
 * @param planned how many calls are planned so far: it says which hour it is
 */
export function createScene(arena: Arena, random: Prng, planned: () => number): Scene {
  let wishes = 0;
  let newcomers = 0;
  const lately: Wish[] = [];
  const { part } = arena;
  const servers = arena.target.urls.length;
  const guests = arena.customers.flatMap(({ member }) => member ?? []);

  const hour = () => Math.floor(planned() / CALLS_OF_AN_HOUR);

  function appointment(): ArenaAppointment {
    const hours = Math.ceil(arena.appointments.length / HOT);
    const start = (hour() % hours) * HOT;
    return random.pick(arena.appointments.slice(start, start + HOT));
  }

  function member(): string {
    if (random.chance(0.2)) return random.pick(guests);
    return `m${part}-${hour()}-${random.between(1, MEMBERS_OF_AN_HOUR)}`;
  }

  function wish(session = appointment().documentId, who = member()): Wish {
    wishes += 1;
    const made: Wish = { kind: 'book', booking: `b${part}-${wishes}`, session, member: who };
    lately.push(made);
    if (lately.length > REMEMBERED) lately.shift();
    return made;
  }

  const sure: Scene['sure'] = (asked, more = {}) => ({
    asked,
    server: random.between(0, servers - 1),
    cutAfterMs: null,
    subject: { from: 'plan' },
    ...more,
  });

  return {
    random,
    arena,
    appointment,
    session: () => appointment().documentId,
    member,
    newMember: () => `n${part}-${(newcomers += 1)}`,
    wish,
    recent: () => (lately.length === 0 ? wish() : random.pick(lately)),
    held: () =>
      random.chance(HELD) ? { from: 'held', nth: random.between(0, 100) } : { from: 'plan' },
    sure,
    step: (asked, more = {}) =>
      sure(asked, {
        cutAfterMs: random.chance(LOST) ? random.between(0, LONGEST_CUT_MS) : null,
        ...more,
      }),
  };
}
