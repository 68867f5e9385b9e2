import path from 'node:path';
import { parseArgs } from 'node:util';
import { assertTimeZone, TimeZoneError } from '../../src/api/activity/domain/recurrence';

/** What cannot be used of what was asked for; the message says what to do. */
export class SeedError extends Error {}

export interface SeedOptions {
  /** path of a CSV file */
  timetable: string;
  /** how far ahead appointments are made */
  weeks: number;
  /** IANA name */
  timeZone: string;
  /** spots of each activity */
  capacity: number;
}

const DEFAULT_TIMETABLE = path.join('scripts', 'seed', 'studio-timetable.csv');

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new SeedError(`--${name} is "${text}". Give a whole number from ${least} to ${most}.`);
  }
  return number;
}

function zone(name: string): string {
  try {
    return assertTimeZone(name);
  } catch (error) {
    if (error instanceof TimeZoneError) throw new SeedError(`--time-zone: ${error.message}`);
    throw error;
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        timetable: { type: 'string', default: DEFAULT_TIMETABLE },
        weeks: { type: 'string', default: '4' },
        'time-zone': { type: 'string', default: 'Europe/Amsterdam' },
        capacity: { type: 'string', default: '16' },
      },
    }).values;
  } catch (error) {
    throw new SeedError(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the command's options. Throws {@link SeedError}. */
export function readOptions(args: string[]): SeedOptions {
  const values = parsed(args);
  return {
    timetable: values.timetable,
    weeks: whole('weeks', values.weeks, 1, 104),
    timeZone: zone(values['time-zone']),
    capacity: whole('capacity', values.capacity, 0, 10_000),
  };
}
