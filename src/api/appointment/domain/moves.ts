import { chunks } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import type { Sentence } from '../../../domain/sentence';
import { APPOINTMENTS } from './appointment-row';

/** Keys in one statement; stays below SQLite's limit of bound values. */
const CHUNK = 500;

export interface Times {
  startsAt: Date;
  endsAt: Date;
}

/** An appointment that takes place at another time than before. */
export interface Move {
  documentId: string;
  before: Times;
  after: Times;
}

/** How many bookings an edit is felt by, and whose; the wire of `confirmation_required`. */
export interface Felt {
  own: number;
  onefit: number;
  /** of how many appointments */
  appointments: number;
}

/** What staff answered when they were asked whether they mean it. */
export interface Consent {
  confirmed: boolean;
}

/** The moves that somebody can still notice: of appointments that are not over. */
export function noticeable(moves: Move[], now: Date): Move[] {
  return moves.filter(
    ({ before, after }) =>
      before.endsAt > now &&
      (before.startsAt.getTime() !== after.startsAt.getTime() ||
        before.endsAt.getTime() !== after.endsAt.getTime()),
  );
}

/** Counts the places that are taken in some appointments. */
export async function bookedIn(trx: Trx, appointments: string[]): Promise<Felt> {
  const felt = { own: 0, onefit: 0, appointments: 0 };
  for (const some of chunks(appointments, CHUNK)) {
    const rows = await trx(APPOINTMENTS)
      .whereIn('document_id', some)
      .where('booked', '>', 0)
      .select<
        Array<{ booked: number; booked_by_aggregator: number }>
      >('booked', 'booked_by_aggregator');
    for (const { booked, booked_by_aggregator } of rows) {
      felt.appointments += 1;
      felt.onefit += booked_by_aggregator;
      felt.own += booked - booked_by_aggregator;
    }
  }
  return felt;
}

/** Makes appointments such that staff keep by hand: their activity's rule leaves them alone. */
export async function keepByHand(trx: Trx, appointments: string[]): Promise<void> {
  for (const some of chunks(appointments, CHUNK)) {
    await trx(APPOINTMENTS).whereIn('document_id', some).update({ changed_by_staff: true });
  }
}

/** What an edit does to bookings, and what follows from a yes. */
const QUESTIONS = {
  moved: (bookings: Sentence) =>
    say`This moves ${bookings}. Own customers get an e-mail, and Onefit is told for its members. Confirm it to save.`,
  cancelled: (bookings: Sentence) =>
    say`This ends ${bookings}. Own customers get an e-mail, and Onefit is told for its members. Confirm it to cancel.`,
  left_out: (bookings: Sentence) =>
    say`The rule no longer has dates with ${bookings}. They stay as appointments of their own until you cancel them. Confirm it to save.`,
};

function counted({ own, onefit }: Felt): Sentence {
  const all = own + onefit;
  return all === 1
    ? say`${all} booking: ${own} of your own customers, ${onefit} through Onefit`
    : say`${all} bookings: ${own} of your own customers, ${onefit} through Onefit`;
}

/**
 * Asks staff whether they mean it, as long as they have not said so and somebody would feel it.
 *
 * @throws Refusal `confirmation_required` with `own`, `onefit` and `appointments` in its details
 */
export function askFirst(felt: Felt, { confirmed }: Consent, effect: keyof typeof QUESTIONS): void {
  if (confirmed || felt.own + felt.onefit === 0) return;
  throw new Refusal('confirmation_required', QUESTIONS[effect](counted(felt)), { effect, ...felt });
}
