import type { Violation } from './evidence';
import type { AppointmentFacts, Facts } from './facts';
import { possibleValues } from './setting';
import type { Setting } from './setting';
import type { Stay } from './stay';

/** A stay with the most that can have been allowed at the moment when its spot was taken. */
interface Bounded {
  stay: Stay;
  allowed: number;
}

function bounded(stay: Stay, settings: Setting[]): Bounded {
  return {
    stay,
    allowed: Math.max(...possibleValues(settings, stay.taken.from, stay.taken.by)),
  };
}

/** Those that certainly hold their spot at a moment; `Infinity` is the end of the run. */
function holding(all: Bounded[], moment: number): Bounded[] {
  return all.filter(
    ({ stay: { taken, freed } }) =>
      taken.by <= moment && (moment < freed.from || freed.from === Infinity),
  );
}

/**
 * Spots that were held together although no more than `allowed` can have been free for any of them.
 *
 * All of `tight` hold a spot at one moment, and one of them took its own last. At that moment the
 * others of `tight` had theirs, and so had everyone else who had certainly taken one before any
 * that can have been the last was even asked for. All of these may not be more than was allowed.
 */
function tooMany(together: Bounded[], allowed: number): Stay[] | null {
  const tight = together.filter((one) => one.allowed <= allowed);
  if (tight.length === 0) return null;
  const latestStart = Math.max(...tight.map(({ stay }) => stay.taken.from));
  const last = tight.filter(({ stay }) => stay.taken.by >= latestStart);
  const earliest = Math.min(...last.map(({ stay }) => stay.taken.from));
  const already = together.filter((one) => one.allowed > allowed && one.stay.taken.by < earliest);
  const held = [...tight, ...already].map(({ stay }) => stay);
  return held.length > allowed ? held : null;
}

function overbooked(all: Bounded[]): { held: Stay[]; allowed: number } | null {
  const limits = [...new Set(all.map((one) => one.allowed))].filter(Number.isFinite);
  // The most are together when one more has just come.
  for (const moment of new Set(all.map(({ stay }) => stay.taken.by))) {
    const together = holding(all, moment);
    for (const allowed of limits) {
      const held = tooMany(together, allowed);
      if (held) return { held, allowed };
    }
  }
  return null;
}

function violation(
  { documentId }: AppointmentFacts,
  what: string,
  found: { held: Stay[]; allowed: number } | null,
): Violation[] {
  if (!found) return [];
  return [
    {
      what: `${documentId}: ${found.held.length} spots held at once, ${found.allowed} allowed by ${what}.`,
      calls: found.held.flatMap((stay) => stay.calls),
    },
  ];
}

/**
 * Never more active bookings than the capacity, and of Onefit's never more than the limit, allowed
 * when they were taken. Where a number was being changed, the greatest one that can have been in
 * force counts; lowering a number ends no booking.
 */
export function overbooking({ appointments }: Facts): Violation[] {
  return [...appointments.values()].flatMap((one) => {
    const onefit = one.stays.filter(({ row }) => row.source === 'onefit');
    return [
      ...violation(one, 'its capacity', overbooked(one.stays.map((s) => bounded(s, one.capacity)))),
      ...violation(one, 'its limit', overbooked(onefit.map((s) => bounded(s, one.limit)))),
    ];
  });
}
