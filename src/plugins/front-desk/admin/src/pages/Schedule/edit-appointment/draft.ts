import type { Appointment } from '../../../api/appointments';
import type { AppointmentChanges } from '../../../api/edit-appointment';
import { instantOf, wallTimeOf } from '../../../components/wall-time';

/** What the dialog's fields hold, times on the venue's clock. */
export interface Draft {
  day: string;
  start: string;
  end: string;
  room: string;
  teacher: string;
  capacity: string;
}

const DAY = 24 * 60 * 60 * 1000;

export function draftOf(appointment: Appointment): Draft {
  const { startsAt, endsAt, timeZone, room, teacher, capacity } = appointment;
  const starts = startsAt === null ? { day: '', time: '' } : wallTimeOf(startsAt, timeZone);
  const ends = endsAt === null ? { day: '', time: '' } : wallTimeOf(endsAt, timeZone);
  return {
    day: starts.day,
    start: starts.time,
    end: ends.time,
    room: room ?? '',
    teacher: teacher ?? '',
    capacity: String(capacity),
  };
}

/** Which fields cannot be used as they stand. */
export function problemsOf({ day, start, end, capacity }: Draft): Array<keyof Draft> {
  const spots = Number(capacity);
  return [
    ...(day === '' ? (['day'] as const) : []),
    ...(start === '' ? (['start'] as const) : []),
    ...(end === '' || end === start ? (['end'] as const) : []),
    ...(capacity.trim() === '' || !Number.isInteger(spots) || spots < 0 || spots > 10_000
      ? (['capacity'] as const)
      : []),
  ];
}

/** The first moment of that clock time at or after another: an end before the start is tomorrow's. */
function endOf(draft: Draft, timeZone: string): string | null {
  const sameDay = instantOf({ day: draft.day, time: draft.end }, timeZone);
  if (sameDay === null || draft.end > draft.start) return sameDay;
  const next = new Date(Date.parse(`${draft.day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
  return instantOf({ day: next, time: draft.end }, timeZone);
}

/** What the draft says otherwise than it began; nothing else is sent. */
export function changesOf(before: Draft, now: Draft, timeZone: string): AppointmentChanges {
  const differs = (...fields: Array<keyof Draft>) =>
    fields.some((field) => before[field] !== now[field]);
  const startsAt = instantOf({ day: now.day, time: now.start }, timeZone);
  const endsAt = endOf(now, timeZone);
  return {
    ...(differs('day', 'start') && startsAt !== null ? { startsAt } : {}),
    ...(differs('day', 'start', 'end') && endsAt !== null ? { endsAt } : {}),
    ...(differs('room') ? { room: now.room.trim() || null } : {}),
    ...(differs('teacher') ? { teacher: now.teacher.trim() || null } : {}),
    ...(differs('capacity') ? { capacity: Number(now.capacity) } : {}),
  };
}
