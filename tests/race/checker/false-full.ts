import { isOf } from '../calls/call';
import type { Call } from '../calls/call';
import type { Violation } from './evidence';
import type { AppointmentFacts, Facts } from './facts';
import { latest } from './outcome';
import { possibleValues } from './setting';
import type { Setting } from './setting';
import type { Stay } from './stay';

/** Every moment within a call at which something about the spots can have changed. */
function moments(call: Call, stays: Stay[], settings: Setting[]): number[] {
  const to = latest(call);
  return [
    call.invokedAt,
    to,
    ...stays.flatMap(({ taken, freed }) => [taken.from, freed.by]),
    ...settings.flatMap(({ from, by }) => [from, by]),
  ].filter((moment) => moment >= call.invokedAt && moment <= to);
}

/** Whether all spots can have been taken at some moment of the call. */
function canHaveBeenFull(call: Call, stays: Stay[], settings: Setting[]): boolean {
  return moments(call, stays, settings).some((moment) => {
    const held = stays.filter(({ taken, freed }) => taken.from <= moment && moment <= freed.by);
    return held.length >= Math.min(...possibleValues(settings, moment, moment));
  });
}

function isFull(one: AppointmentFacts, call: Call, byOnefit: boolean): boolean {
  if (canHaveBeenFull(call, one.stays, one.capacity)) return true;
  const onefit = one.stays.filter(({ row }) => row.source === 'onefit');
  return byOnefit && canHaveBeenFull(call, onefit, one.limit);
}

/**
 * Nobody is told "full" while a spot was free during the whole of the call: at every moment of it,
 * with every booking counted that can have held one, and the least number that can have been set.
 */
export function falseFull({ calls, appointments }: Facts): Violation[] {
  return calls.flatMap((call) => {
    const code = call.answer?.code;
    const byOnefit = isOf(call, 'book') && code === 'session_full';
    const atDesk = isOf(call, 'desk-book') && code === 'appointment_full';
    if (!byOnefit && !atDesk) return [];
    const place = isOf(call, 'book')
      ? call.asked.session
      : isOf(call, 'desk-book')
        ? call.asked.appointment
        : '';
    const one = appointments.get(place);
    if (!one || isFull(one, call, byOnefit)) return [];
    return [
      {
        what: `${place} had a free spot during the whole of a call that was told it is full.`,
        calls: [call, ...one.stays.flatMap((stay) => stay.calls)],
      },
    ];
  });
}
