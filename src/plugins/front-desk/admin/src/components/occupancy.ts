import type { Appointment } from '../api/appointments';
import type { Tone } from './StateWord';
import type { TextKey, TextValues } from './use-text';

export interface Occupancy {
  tone: Tone;
  word: TextKey;
  values: TextValues;
}

/** How an appointment stands, in a word: cancelled, full, or how many places are free. */
export function occupancyOf({ state, booked, capacity }: Appointment): Occupancy {
  if (state === 'cancelled') return { tone: 'bad', word: 'appointment.cancelled', values: {} };
  const free = Math.max(0, capacity - booked);
  return free === 0
    ? { tone: 'attention', word: 'appointment.full', values: {} }
    : { tone: 'good', word: 'appointment.free', values: { free } };
}
