import { instantOf, wallTimeOf } from '../../src/plugins/front-desk/admin/src/components/wall-time';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const LOOK_AHEAD_WEEKS = 60;

/** What an appointment has: its start on the wall clock (as if in UTC), its length, its room. */
export interface Had {
  wall: number;
  minutes: number;
  room: string | null;
}

/** One weekly series: date number k lies k weeks after date 0; it has the dates from..before. */
interface WeeklySeries {
  first: number;
  minutes: number;
  room: string | null;
  from: number;
  before: number;
}

export interface ModelAppointment {
  series: WeeklySeries;
  number: number;
  has: Had;
  cancelled: boolean;
  booked: number;
  /** the document id, once the venue was seen to have it */
  id: string | null;
}

/** An edit in the words of the model; what is null stays. */
export interface ModelEdit {
  scope: 'this' | 'following' | 'all';
  byMinutes: number | null;
  minutes: number | null;
  room: string | null;
}

export function wallOf(instant: Date, zone: string): number {
  const { day, time } = wallTimeOf(instant.toISOString(), zone);
  return Date.parse(`${day}T${time}:00Z`);
}

export function instantAt(wall: number, zone: string): Date {
  const text = new Date(wall).toISOString();
  const instant = instantOf({ day: text.slice(0, 10), time: text.slice(11, 16) }, zone);
  return new Date(instant ?? Number.NaN);
}

/**
 * What a schedule of weekly series must be, kept without rules, keys or a database: series are
 * numbers of weeks, and an appointment belongs to one by its number for ever.
 */
export class SeriesModel {
  series: WeeklySeries[] = [];
  appointments: ModelAppointment[] = [];

  constructor(
    readonly zone: string,
    readonly horizonWeeks: number,
    readonly now: () => Date,
  ) {}

  addSeries(first: number, minutes: number): void {
    this.series.push({ first, minutes, room: null, from: 0, before: Infinity });
    this.generate();
  }

  private startOf(series: WeeklySeries, number: number): number {
    return series.first + number * WEEK;
  }

  isOver({ has }: ModelAppointment): boolean {
    return instantAt(has.wall, this.zone).getTime() + has.minutes * MINUTE <= this.now().getTime();
  }

  /** Makes what is missing between now and the horizon. */
  generate(): void {
    const from = this.now().getTime();
    const until = from + this.horizonWeeks * WEEK;
    for (const series of this.series) {
      for (let number = series.from; number < series.before; number += 1) {
        const wall = this.startOf(series, number);
        const start = instantAt(wall, this.zone).getTime();
        if (start >= until) break;
        const known = this.appointments.some(
          (one) => one.series === series && one.number === number,
        );
        if (start < from || known) continue;
        const has = { wall, minutes: series.minutes, room: series.room };
        this.appointments.push({
          ...{ series, number, has, id: null },
          ...{ cancelled: false, booked: 0 },
        });
      }
    }
  }

  /** The date from which an edit counts. */
  private firstOf(chosen: ModelAppointment, scope: 'following' | 'all'): number {
    if (scope === 'following') return chosen.number;
    const { series } = chosen;
    const today = wallOf(this.now(), this.zone);
    for (let number = series.from; number < chosen.number; number += 1) {
      if (this.startOf(series, number) > today) return number;
    }
    return chosen.number;
  }

  /** How much later the series of the chosen appointment becomes. */
  private shiftOf(chosen: ModelAppointment, { byMinutes }: ModelEdit): number {
    if (byMinutes === null) return 0;
    return chosen.has.wall + byMinutes * MINUTE - this.startOf(chosen.series, chosen.number);
  }

  /** Whether a date of the moved series would fall on another date of the activity. */
  collides(chosen: ModelAppointment, edit: ModelEdit): boolean {
    const by = this.shiftOf(chosen, edit);
    if (edit.scope === 'this' || by === 0) return false;
    const { series } = chosen;
    const from = this.firstOf(chosen, edit.scope);
    const taken = new Set<number>();
    const today = wallOf(this.now(), this.zone);
    for (const other of this.series) {
      const before = other === series ? from : other.before;
      for (let number = other.from; number < before; number += 1) {
        const wall = this.startOf(other, number);
        if (wall > today + LOOK_AHEAD_WEEKS * WEEK) break;
        if (wall >= today) taken.add(wall);
      }
    }
    for (const one of this.appointments) {
      if (one.series !== series || one.number < from) {
        taken.add(this.startOf(one.series, one.number));
      }
    }
    for (let number = from; number < from + LOOK_AHEAD_WEEKS; number += 1) {
      if (number >= series.before) break;
      if (taken.has(this.startOf(series, number) + by)) return true;
    }
    return false;
  }

  /** Whether an appointment that follows would move to a time that is over. */
  fallsBehind(chosen: ModelAppointment, edit: ModelEdit): boolean {
    const by = this.shiftOf(chosen, edit);
    const { series } = chosen;
    const from = edit.scope === 'this' ? chosen.number : this.firstOf(chosen, edit.scope);
    return this.appointments
      .filter((one) => one.series === series && one.number >= from)
      .filter((one) => one !== chosen && !one.cancelled && !this.isOver(one))
      .filter((one) => edit.scope !== 'this' && this.isAtSeriesTime(one))
      .some((one) => {
        const minutes = edit.minutes ?? series.minutes;
        const has = { ...one.has, wall: this.startOf(series, one.number) + by, minutes };
        return (by !== 0 || edit.minutes !== null) && this.isOver({ ...one, has });
      });
  }

  private isAtSeriesTime({ series, number, has }: ModelAppointment): boolean {
    return has.wall === this.startOf(series, number) && has.minutes === series.minutes;
  }

  private editOne(one: ModelAppointment, edit: ModelEdit) {
    one.has = {
      wall: one.has.wall + (edit.byMinutes ?? 0) * MINUTE,
      minutes: edit.minutes ?? one.has.minutes,
      room: edit.room ?? one.has.room,
    };
  }

  /**
   * @param chosen must not be cancelled or over
   * @param edit `byMinutes` counts from where the chosen appointment is now
   */
  edit(chosen: ModelAppointment, edit: ModelEdit): void {
    if (edit.scope === 'this') {
      this.editOne(chosen, edit);
      return;
    }
    const { series } = chosen;
    const from = this.firstOf(chosen, edit.scope);
    const by = this.shiftOf(chosen, edit);
    const later: WeeklySeries = {
      first: series.first + by,
      minutes: edit.minutes ?? series.minutes,
      room: edit.room ?? series.room,
      from,
      before: series.before,
    };
    const members = this.appointments.filter((one) => one.series === series && one.number >= from);
    for (const one of members) {
      one.series = later;
      if (one.cancelled || this.isOver(one)) continue;
      const own = { ...one.has };
      const atSeriesTime =
        own.wall === this.startOf(series, one.number) && own.minutes === series.minutes;
      const timed = edit.byMinutes !== null || edit.minutes !== null;
      if (one === chosen) this.editOne(one, edit);
      else {
        if (timed && atSeriesTime) {
          one.has = { ...one.has, wall: this.startOf(later, one.number), minutes: later.minutes };
        }
        if (edit.room !== null && own.room === series.room) one.has.room = later.room;
      }
    }
    series.before = from;
    this.series = [...this.series.filter((one) => one.from < one.before), later];
    this.generate();
  }
}
