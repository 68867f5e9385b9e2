import type { Market } from '../../api/market';

export type Step = 'ordered' | 'allowed' | 'idsSent' | 'linked' | 'firstSession' | 'firstBooking';

export interface StepState {
  step: Step;
  done: boolean;
  /** when, where that is known; ISO 8601, UTC */
  at: string | null;
}

/** The way to the first booking, step by step, with what is done: worked out from facts alone. */
export function stepsOf({ order, venues, steps }: Market): StepState[] {
  const linkedAt = venues.map((venue) => venue.linkedAt).find((at) => at !== null) ?? null;
  const idsCopiedAt = order?.idsCopiedAt ?? null;
  const { activityAllowed, sessionOnOnefit, firstBookingAt } = steps;
  return [
    { step: 'ordered', done: order !== null, at: order?.orderedAt ?? null },
    { step: 'allowed', done: activityAllowed, at: null },
    // Who is linked has sent the IDs, however they were copied.
    { step: 'idsSent', done: idsCopiedAt !== null || linkedAt !== null, at: idsCopiedAt },
    { step: 'linked', done: linkedAt !== null, at: linkedAt },
    { step: 'firstSession', done: sessionOnOnefit, at: null },
    { step: 'firstBooking', done: firstBookingAt !== null, at: firstBookingAt },
  ];
}
