import { Refusal } from '../../../../domain/refusal';
import { say } from '../../../../domain/sentence';
import type { Sentence } from '../../../../domain/sentence';

export function appointmentNotFound(): Refusal {
  return new Refusal(
    'appointment_not_found',
    say`This appointment does not exist. Reload the page.`,
  );
}

export function notInSeries(): Refusal {
  return new Refusal(
    'not_in_series',
    say`This appointment belongs to no series, or no longer. Change this one alone.`,
  );
}

/** @param localStart a wall time of the venue */
export function seriesCollides(localStart: string): Refusal {
  return new Refusal(
    'series_collides',
    say`The activity already has an appointment at ${localStart.replace('T', ' ')}, where one of this series would move to. Choose another time, or move that one first.`,
    { localStart },
  );
}

export function timesInvalid(sentence: Sentence): Refusal {
  return new Refusal('times_invalid', sentence);
}

export function timeIsOver(): Refusal {
  return timesInvalid(say`An appointment would move to a time that is over. Choose a later time.`);
}
