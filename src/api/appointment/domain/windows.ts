import { instant } from '../../../database/values';
import type { AppointmentRow } from './appointment-row';

const MINUTE = 60_000;

type Timed = Pick<
  AppointmentRow,
  'starts_at' | 'booking_opens_minutes' | 'booking_closes_minutes' | 'late_cancel_minutes'
>;

function before(start: Date, minutes: number): Date {
  return new Date(start.getTime() - minutes * MINUTE);
}

/** The instants between which aggregators may book, and from which cancelling is late. */
export interface Windows {
  /** null = open from the moment it is offered */
  opensAt: Date | null;
  /** exclusive: at this instant booking is over */
  closesAt: Date;
  lateCancelAt: Date;
}

/** Works the windows out from the start and the minutes resolved on the appointment. */
export function windowsOf(row: Timed): Windows {
  const start = instant(row.starts_at);
  return {
    opensAt: row.booking_opens_minutes === null ? null : before(start, row.booking_opens_minutes),
    closesAt: before(start, row.booking_closes_minutes),
    lateCancelAt: before(start, row.late_cancel_minutes),
  };
}
