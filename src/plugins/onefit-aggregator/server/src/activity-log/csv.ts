import Papa from 'papaparse';
import { ACTIVITY_COUNTS } from '../../../shared/activity-log';
import type { ActivityEntry } from '../../../shared/activity-log';
import type { Trx } from '../venue/ports';
import { readActivities, readCursor } from './read';
import type { ActivityFilter } from './read';

const PAGE = 500;
/** The most lines of one file; the rest is there with another filter. */
const MOST_LINES = 100_000;

const FACTS = [
  'at',
  'kind',
  'outcome',
  'source',
  'actor',
  'code',
  'venue',
  'appointment',
  'booking',
  'customer',
  'retryAt',
] as const;

/** Lines of a CSV file. A cell that a spreadsheet would take for a formula is made text. */
function lines(rows: unknown[][]): string {
  return `${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}

function cells(entry: ActivityEntry): unknown[] {
  return [
    ...FACTS.map((fact) => entry[fact]),
    ...ACTIVITY_COUNTS.map((count) => entry.counts[count] ?? null),
  ];
}

/** The log as CSV, newest first, piece by piece, so that a long one needs no memory. */
export async function* activitiesAsCsv(trx: Trx, filter: ActivityFilter): AsyncGenerator<string> {
  yield lines([[...FACTS, ...ACTIVITY_COUNTS]]);
  let cursor: string | null = '';
  for (let written = 0; cursor !== null && written < MOST_LINES; written += PAGE) {
    const { entries, nextCursor } = await readActivities(trx, filter, {
      after: readCursor(cursor),
      limit: PAGE,
    });
    if (entries.length > 0) yield lines(entries.map(cells));
    cursor = nextCursor;
  }
}
