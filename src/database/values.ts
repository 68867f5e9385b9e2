/** What a driver gives for a date-time column: a Date, milliseconds (SQLite) or text. */
export type StoredInstant = Date | number | string;

/** Reads a date-time column of any of the databases. */
export function instant(stored: StoredInstant): Date {
  return stored instanceof Date ? stored : new Date(stored);
}

/** Reads a nullable date-time column. */
export function instantOrNull(stored: StoredInstant | null | undefined): Date | null {
  return stored === null || stored === undefined ? null : instant(stored);
}

/** Reads a boolean column: SQLite and MariaDB give 0 and 1. */
export function flag(stored: boolean | number | null): boolean {
  return stored === true || stored === 1;
}
