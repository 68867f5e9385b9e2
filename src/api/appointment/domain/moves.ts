import { chunks } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
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

/** What an edit does to bookings: how the question begins, and what follows from a yes. */
const QUESTIONS = {
  moved: [
    'This moves',
    'Own customers get an e-mail, and Onefit is told for its members. Confirm it to save.',
  ],
  cancelled: [
    'This ends',
    'Own customers get an e-mail, and Onefit is told for its members. Confirm it to cancel.',
  ],
  left_out: [
    'The rule no longer has dates with',
    'They stay as appointments of their own until you cancel them. Confirm it to save.',
  ],
} as const;

/**
 * Asks staff whether they mean it, as long as they have not said so and somebody would feel it.
 *
 * @throws Refusal `confirmation_required` with `own`, `onefit` and `appointments` in its details
 */
export function askFirst(felt: Felt, { confirmed }: Consent, effect: keyof typeof QUESTIONS): void {
  const all = felt.own + felt.onefit;
  if (confirmed || all === 0) return;
  const [begin, then] = QUESTIONS[effect];
  throw new Refusal(
    'confirmation_required',
    `${begin} ${all} ${all === 1 ? 'booking' : 'bookings'}: ${felt.own} of your own customers, ${felt.onefit} through Onefit. ${then}`,
    { effect, ...felt },
  );
}
