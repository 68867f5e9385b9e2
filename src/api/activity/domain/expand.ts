import { insertDocuments, newDocumentId } from '../../../database/insert';
import { LINKS } from '../../../database/links';
import type { Trx } from '../../../database/trx';
import { flag, instant } from '../../../database/values';
import { APPOINTMENTS } from '../../appointment/domain/appointment-row';
import type { Move } from '../../appointment/domain/moves';
import { BOOKINGS } from '../../booking/domain/booking-row';
import type { ActivityRow } from './activity-row';
import { occurrences } from './recurrence';
import type { Occurrence } from './recurrence';
import { agree, GROUPS, withGroup } from './series/changes';
import type { Group } from './series/changes';
import { columnsOf, factsOf, factsOfSeries, SERIES_COLUMNS } from './series/series-row';
import type { PlacedActivity, SeriesRow } from './series/series-row';

interface ExistingRow extends SeriesRow {
  series_key: string;
  changed_by_staff: boolean | number | null;
}

const EXISTING_COLUMNS = [...SERIES_COLUMNS, 'changed_by_staff'];

/** What an expansion did; the document ids of all appointments that it touched. */
export interface Expansion {
  added: string[];
  removed: string[];
  /** Dates that the rule no longer gives, and that stay because somebody booked them. */
  leftOut: string[];
  /** Dates that took what the rule says now; of most, only the time. */
  followed: Move[];
}

export const NOTHING_EXPANDED: Expansion = { added: [], removed: [], leftOut: [], followed: [] };

/** The key by which a date of an activity is known for ever: its first start on the venue's clock. */
function seriesKey(activity: ActivityRow, occurrence: Occurrence): string {
  return `${activity.document_id}:${occurrence.localStart}`;
}

function newAppointment(activity: PlacedActivity, occurrence: Occurrence): Record<string, unknown> {
  return {
    ...columnsOf(activity, factsOfSeries(activity, occurrence)),
    state: 'scheduled',
    booked: 0,
    booked_by_aggregator: 0,
    activity_key: activity.document_id,
    venue_key: activity.venue_key,
    series_key: seriesKey(activity, occurrence),
    changed_by_staff: false,
  };
}

async function add(
  trx: Trx,
  activity: PlacedActivity,
  missing: Occurrence[],
  now: Date,
): Promise<string[]> {
  if (missing.length === 0) return [];
  const rows = missing.map((occurrence) => ({
    documentId: newDocumentId(),
    columns: newAppointment(activity, occurrence),
  }));
  await insertDocuments(trx, APPOINTMENTS, rows, now);
  const { table, from, to } = LINKS.appointmentActivity;
  await trx(trx.raw('?? (??, ??)', [table, from, to])).insert(
    trx({ appointment: APPOINTMENTS })
      .leftJoin({ link: table }, `link.${from}`, 'appointment.id')
      .whereNull('link.id')
      .where('appointment.activity_key', activity.document_id)
      .select('appointment.id', trx.raw('?', [activity.id])),
  );
  return rows.map((row) => row.documentId);
}

/** Removes dates that the rule no longer gives, unless staff changed them or somebody booked. */
async function remove(
  trx: Trx,
  obsolete: ExistingRow[],
): Promise<Pick<Expansion, 'removed' | 'leftOut'>> {
  const untouched = obsolete.filter(
    (row) => row.state === 'scheduled' && !flag(row.changed_by_staff),
  );
  const removed: string[] = [];
  const leftOut: string[] = [];
  for (const row of untouched) {
    const count: number = await trx(APPOINTMENTS)
      .where({ id: row.id, booked: 0 })
      .whereNotExists(trx(BOOKINGS).select('id').where({ appointment_key: row.document_id }))
      .delete();
    (count === 1 ? removed : leftOut).push(row.document_id);
  }
  return { removed, leftOut };
}

/** What a block of the rule has of its own is followed; the activity's values are kept elsewhere. */
function ownGroups({ values = {} }: Occurrence): Group[] {
  return (Object.keys(GROUPS) as Group[]).filter(
    (group) =>
      group === 'time' ||
      (group === 'rule' ? values.aggregatorBookings : values[group]) !== undefined,
  );
}

/** Gives dates what the rule and the venue's zone say now, unless staff set their own. */
async function follow(
  trx: Trx,
  activity: PlacedActivity,
  wanted: Map<string, Occurrence>,
  existing: ExistingRow[],
  now: Date,
): Promise<Move[]> {
  const followed: Move[] = [];
  for (const row of existing) {
    const occurrence = wanted.get(row.series_key);
    if (!occurrence || flag(row.changed_by_staff) || row.state !== 'scheduled') continue;
    const before = factsOf(row);
    const series = factsOfSeries(activity, occurrence);
    const groups = ownGroups(occurrence).filter((group) => !agree(before, series, group));
    if (groups.length === 0) continue;
    const after = groups.reduce((facts, group) => withGroup(facts, series, group), before);
    await trx(APPOINTMENTS)
      .where({ id: row.id })
      .update({ ...columnsOf(activity, after), updated_at: now });
    followed.push({ documentId: row.document_id, before, after });
  }
  return followed;
}

/** Those that a rule is held against: what starts from now on, and its dates that staff moved away. */
function readExisting(
  trx: Trx,
  { document_id }: ActivityRow,
  wanted: string[],
  from: Date,
): Promise<ExistingRow[]> {
  return trx(APPOINTMENTS)
    .where({ activity_key: document_id })
    .whereNotNull('series_key')
    .where((near) => void near.where('starts_at', '>=', from).orWhereIn('series_key', wanted))
    .select<ExistingRow[]>(EXISTING_COLUMNS);
}

/**
 * Makes an activity's appointments between two instants agree with its recurrence rule, inside the
 * caller's transaction. Doing it again makes nothing twice; an appointment that staff edited or
 * cancelled, or that somebody booked, stays as it is.
 *
 * @throws RecurrenceError when the rule cannot be read
 */
export async function expandActivity(
  trx: Trx,
  activity: ActivityRow,
  span: { from: Date; until: Date },
  now: Date,
): Promise<Expansion> {
  if (!activity.venue_key || !activity.time_zone) return NOTHING_EXPANDED;
  const placed = { ...activity, time_zone: activity.time_zone };
  const wanted = new Map(
    occurrences({ rule: activity.recurrence_rule ?? '', timeZone: placed.time_zone, ...span }).map(
      (occurrence) => [seriesKey(activity, occurrence), occurrence],
    ),
  );
  const existing = await readExisting(trx, activity, [...wanted.keys()], span.from);
  const known = new Set(existing.map((row) => row.series_key));
  const ahead = existing.filter((row) => {
    const start = instant(row.starts_at);
    return start >= span.from && start < span.until;
  });
  return {
    added: await add(
      trx,
      placed,
      [...wanted.values()].filter((occurrence) => !known.has(seriesKey(activity, occurrence))),
      now,
    ),
    ...(await remove(
      trx,
      ahead.filter((row) => !wanted.has(row.series_key)),
    )),
    followed: await follow(trx, placed, wanted, ahead, now),
  };
}
