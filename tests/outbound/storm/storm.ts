import { StaffRefused } from '../../loop/staff';
import type { Staff } from '../../loop/staff';
import type { Prng } from '../../support/prng';
import type { StormNotes } from '../checker/evidence';
import type { Stage } from '../stage/stage';
import type { Place, Town } from './place';
import { repeated } from './repeat';

/** An appointment as the moves choose among them. */
export interface Target {
  documentId: string;
  activity: string;
  state: string;
}

/** One storm at one venue: what its moves work with. */
export interface Storm {
  seed: number;
  random: Prng;
  stage: Stage;
  town: Town;
  place: Place;
  notes: StormNotes;
  /** the ids that members' bookings get, in turn */
  nextBooking(): string;
  /** one of the people at the panels, at any of the venue processes */
  desk(): Staff;
  /** One of the venue's appointments, as the database has them now; null when there is none. */
  target(wanted?: (target: Target) => boolean): Promise<Target | null>;
  /** Makes a call to which "no" is a good answer, and notes one that is none. */
  ask(calling: Promise<unknown>): Promise<void>;
  /** The same for a call of Onefit's, which is made again while the venue has not answered. */
  askAtOnefit(calling: () => Promise<unknown>): Promise<void>;
}

/** What the sandbox answers when the venue said no. */
const VENUE_REFUSED = /: 422 /;

/** Whether people can act on an answer: a refusal says why, anything else is a fault. */
export function isSurprise(error: unknown): boolean {
  if (error instanceof StaffRefused) return error.status >= 500;
  return !(error instanceof Error && VENUE_REFUSED.test(error.message));
}

async function readTargets({ stage, place }: Storm): Promise<Target[]> {
  return stage
    .knex('appointments')
    .where({ venue_key: place.venue.documentId })
    .orderBy(['starts_at', 'id'])
    .select<Target[]>({ documentId: 'document_id', activity: 'activity_key', state: 'state' });
}

/** Notes what nobody can have offered; to be called before anything of it may be deleted. */
export async function noteNeverOffered(storm: Storm): Promise<Target[]> {
  const targets = await readTargets(storm);
  for (const { documentId, activity } of targets) {
    if (activity === storm.place.closed) storm.notes.neverOffered.add(documentId);
  }
  return targets;
}

export function createStorm(
  seed: number,
  random: Prng,
  stage: Stage,
  town: Town,
  place: Place,
): Storm {
  let bookings = 0;
  const storm: Storm = {
    seed,
    random,
    stage,
    town,
    place,
    notes: {
      venue: place.venue.uuid,
      neverOffered: new Set(),
      unseen: new Set(),
      lost: new Set(),
      unlinked: [],
      surprises: [],
      repeats: 0,
      moves: 0,
    },
    nextBooking: () => `s${seed}-${(bookings += 1)}`,
    desk: () => random.pick(stage.staff),
    async target(wanted = ({ state }) => state === 'scheduled') {
      const found = (await noteNeverOffered(storm)).filter(wanted);
      return found.length === 0 ? null : random.pick(found);
    },
    async ask(calling) {
      try {
        await calling;
      } catch (error) {
        if (isSurprise(error)) storm.notes.surprises.push(String(error));
      }
    },
    askAtOnefit: (calling) => storm.ask(repeated(calling, () => (storm.notes.repeats += 1))),
  };
  return storm;
}
