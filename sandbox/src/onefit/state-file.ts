import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config';
import { errorField } from '../error-fields';
import type { Member } from '../contract/types';
import type { BookingRecord, SessionRecord, VenueRecord, Violation } from './records';
import type { OnefitStore } from './store';

interface Snapshot {
  format: typeof FORMAT;
  nextVenueNumber: number;
  arrivals: number;
  acceptUnknownBookings: boolean;
  venues: (Omit<VenueRecord, 'sessions'> & { sessions: SessionRecord[] })[];
  bookings: BookingRecord[];
  members: Member[];
  violations: Violation[];
}

const FORMAT = 'onefit-sandbox-1';
const DELAY_MS = 200;

/** Keeps the store in a JSON file, so that a restart remembers. */
export class StateFile {
  private timer: NodeJS.Timeout | null = null;

  private constructor(
    private readonly path: string,
    private readonly store: OnefitStore,
  ) {}

  /**
   * Reads the file into the store, when there is one, and from then on writes every change, at
   * most five times a second.
   * @throws ConfigError when the file is there and is not a state of the sandbox; it stays as it is.
   */
  static open(path: string, store: OnefitStore): StateFile {
    const snapshot = read(path);
    if (snapshot) restore(store, snapshot);
    const file = new StateFile(path, store);
    store.onChange(() => file.schedule());
    return file;
  }

  /** Writes what is not yet written. */
  close(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.write();
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.write();
    }, DELAY_MS);
  }

  private write(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    // Written beside and then renamed: a crash in between leaves the old state whole.
    const beside = `${this.path}.new`;
    writeFileSync(beside, JSON.stringify(snapshotOf(this.store)));
    renameSync(beside, this.path);
  }
}

function read(path: string): Snapshot | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorField(error, 'code') === 'ENOENT') return null;
    throw new ConfigError(`SANDBOX_STATE_FILE cannot be read: ${String(error)}`);
  }
  try {
    const snapshot = JSON.parse(text) as Snapshot | null;
    if (snapshot?.format === FORMAT) return snapshot;
  } catch {
    // Said below, with what to do about it.
  }
  throw new ConfigError(
    `SANDBOX_STATE_FILE is not a state of this sandbox: ${path}. Move it away or name another file.`,
  );
}

function snapshotOf(store: OnefitStore): Snapshot {
  return {
    format: FORMAT,
    nextVenueNumber: store.nextVenueNumber,
    arrivals: store.arrivals,
    acceptUnknownBookings: store.acceptUnknownBookings,
    venues: [...store.venues.values()].map((venue) => ({
      ...venue,
      sessions: [...venue.sessions.values()],
    })),
    bookings: [...store.bookings.values()],
    members: [...store.members.values()],
    violations: store.violations,
  };
}

function restore(store: OnefitStore, snapshot: Snapshot): void {
  store.nextVenueNumber = snapshot.nextVenueNumber;
  store.arrivals = snapshot.arrivals;
  store.acceptUnknownBookings = snapshot.acceptUnknownBookings;
  store.violations = snapshot.violations;
  for (const venue of snapshot.venues) {
    const sessions = new Map(venue.sessions.map((record) => [record.id, record]));
    store.venues.set(venue.venueId, { ...venue, sessions });
  }
  for (const booking of snapshot.bookings) store.bookings.set(booking.id, booking);
  for (const member of snapshot.members) store.members.set(member.id, member);
}
