import { updateEach } from '../../../../database/update-each';
import type { Trx } from '../../../../database/trx';
import { APPOINTMENTS } from '../../../appointment/domain/appointment-row';
import type { Move } from '../../../appointment/domain/moves';
import { ACTIVITIES } from '../activity-row';
import {
  datesOf,
  formatRecurrence,
  parseRecurrence,
  shifted,
  toWallMilliseconds,
  wallTimeAt,
} from '../recurrence';
import type { LocalDateTime, Repetition, SeriesValues } from '../recurrence';
import { agree, groupsOf, withGroup } from './changes';
import type { EditRequest, Facts } from './changes';
import { changeSeries, giverOf, nextDate } from './change-rule';
import { notInSeries, seriesCollides, timeIsOver } from './refusals';
import { columnsOf, factsOf, factsOfSeries, occurrenceOf, readRows } from './series-row';
import type { PlacedActivity, SeriesRow } from './series-row';

/** What was written: who changed, who moved, and how many kept something of their own. */
export interface Written {
  changed: string[];
  moves: Move[];
  kept: number;
}

interface Member {
  row: SeriesRow;
  localStart: LocalDateTime;
}

/** The start of an appointment as its series first had it; null for one without a series. */
export function localStartOf({
  series_key,
  activity_key,
}: Pick<SeriesRow, 'series_key' | 'activity_key'>): LocalDateTime | null {
  return series_key === null ? null : series_key.slice(activity_key.length + 1);
}

/** What the block says from now on instead of the activity. */
function valuesAfter(
  before: SeriesValues = {},
  changes: Partial<Facts>,
  activity: PlacedActivity,
): SeriesValues {
  const values = { ...before };
  for (const field of ['room', 'teacher', 'capacity'] as const) {
    if (changes[field] === undefined) continue;
    if (changes[field] === activity[field]) delete values[field];
    else Object.assign(values, { [field]: changes[field] });
  }
  if (changes.aggregatorBookings !== undefined) {
    delete values.aggregatorBookings;
    delete values.aggregatorSpotLimit;
    if (changes.aggregatorBookings !== 'as_activity') {
      values.aggregatorBookings = changes.aggregatorBookings;
      if (typeof changes.aggregatorSpotLimit === 'number') {
        values.aggregatorSpotLimit = changes.aggregatorSpotLimit;
      }
    }
  }
  return values;
}

/** The appointments that a block made from a date on, cancelled ones too. */
export function membersOf(
  rows: SeriesRow[],
  rule: Repetition[],
  place: number,
  from: LocalDateTime,
): Member[] {
  const later = rows
    .map((row) => ({ row, localStart: localStartOf(row) }))
    .filter((one): one is Member => one.localStart !== null && one.localStart >= from);
  const last = later.reduce(
    (latest, { localStart }) => (localStart > latest ? localStart : latest),
    from,
  );
  const given = rule
    .slice(0, place + 1)
    .map(
      (block) =>
        new Set(datesOf(block).between(toWallMilliseconds(from), toWallMilliseconds(last))),
    );
  return later.filter(
    ({ localStart }) => given.findIndex((dates) => dates.has(localStart)) === place,
  );
}

async function moveKeys(trx: Trx, members: Member[], rows: SeriesRow[], by: number) {
  const moving = new Set(members.map(({ row }) => row.id));
  const taken = new Set(rows.filter((row) => !moving.has(row.id)).map((row) => row.series_key));
  const keys = members.map(({ row, localStart }) => ({
    id: row.id,
    value: `${row.activity_key}:${shifted(localStart, by)}`,
  }));
  const twice = keys.find((key) => taken.has(key.value));
  if (twice) throw seriesCollides(twice.value.slice(twice.value.indexOf(':') + 1));
  // A key may be the one that another member has still: first all let go of theirs.
  for (const { id } of keys) await trx(APPOINTMENTS).where({ id }).update({ series_key: null });
  await updateEach(trx, APPOINTMENTS, 'series_key', keys);
}

/**
 * Edits a series from one of its dates on, inside the caller's transaction: the rule goes on as
 * changed, its appointments keep who they are and follow it, and what staff had set on one by hand
 * stays. Cancelled ones stay cancelled where they were; their date counts as given.
 *
 * @param wanted what the chosen appointment is to have
 * @throws Refusal `not_in_series`, `series_collides`; RecurrenceError when no rule can say so
 */
export async function editFollowing(
  trx: Trx,
  activity: PlacedActivity,
  chosen: SeriesRow,
  wanted: Facts,
  request: EditRequest,
  now: Date,
): Promise<Written> {
  const rule = parseRecurrence(activity.recurrence_rule ?? '');
  const localStart = localStartOf(chosen);
  const place = localStart === null ? -1 : giverOf(rule, localStart);
  const block = rule[place];
  if (localStart === null || !block) throw notInSeries();

  const { changes, scope } = request;
  const groups = groupsOf(changes);
  if (groups.length === 0) return { changed: [], moves: [], kept: 0 };
  const today = wallTimeAt(now, activity.time_zone);
  const coming = scope === 'all' ? nextDate(block, today) : null;
  const from = coming !== null && coming < localStart ? coming : localStart;
  const by =
    changes.startsAt === undefined
      ? 0
      : toWallMilliseconds(wallTimeAt(changes.startsAt, activity.time_zone)) -
        toWallMilliseconds(localStart);
  const durationMinutes =
    changes.endsAt === undefined
      ? block.durationMinutes
      : (wanted.endsAt.getTime() - wanted.startsAt.getTime()) / 60_000;
  const values = valuesAfter(block.values, changes, activity);
  const next = changeSeries(rule, place, { from, by, durationMinutes, values, today });
  const recurrence_rule = formatRecurrence(next);
  await trx(ACTIVITIES).where({ id: activity.id }).update({ recurrence_rule, updated_at: now });

  const rows = await readRows(trx, { activity_key: activity.document_id });
  const members = membersOf(rows, rule, place, from);
  if (by !== 0) await moveKeys(trx, members, rows, by);

  const written: Written = { changed: [], moves: [], kept: 0 };
  for (const member of members) {
    const { row } = member;
    const before = factsOf(row);
    if (row.state === 'cancelled' || before.endsAt <= now) continue;
    const inSeries = (one: Pick<Repetition, 'durationMinutes' | 'values'>, at: LocalDateTime) =>
      factsOfSeries(activity, occurrenceOf(one, at, activity.time_zone));
    const series = inSeries(block, member.localStart);
    const after =
      row.id === chosen.id
        ? wanted
        : inSeries({ durationMinutes, values }, shifted(member.localStart, by));
    const follows = groups.filter((group) => row.id === chosen.id || agree(before, series, group));
    if (follows.length < groups.length) written.kept += 1;
    const facts = follows.reduce((one, group) => withGroup(one, after, group), before);
    if (groups.every((group) => agree(before, facts, group))) continue;
    if (facts.endsAt <= now) throw timeIsOver();
    await trx(APPOINTMENTS)
      .where({ id: row.id })
      .update({ ...columnsOf(activity, facts), updated_at: now });
    written.changed.push(row.document_id);
    if (!agree(before, facts, 'time')) {
      written.moves.push({ documentId: row.document_id, before, after: facts });
    }
  }
  return written;
}
