import type { Core } from '@strapi/strapi';

/** A knex instance or transaction, as Strapi carries it. */
export type Trx = Core.Strapi['db']['connection'];

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

export type BookingState =
  | 'confirmed'
  | 'checked_in'
  | 'no_show'
  | 'cancelled'
  | 'late_cancelled'
  | 'cancelled_by_venue';

/** A booking as the venue keeps it. */
export interface BookingRow {
  id: number;
  document_id: string;
  state: BookingState;
  source: 'own' | 'onefit';
  external_id: string | null;
  member_id: string | null;
  appointment_key: string | null;
  customer_key: string | null;
  venue_key: string | null;
  booked_at: StoredInstant;
  modified_at: StoredInstant;
}

export interface CustomerRef {
  id: number;
  documentId: string;
}

/** Who changes a booking: the aggregator, or the venue. */
export interface Author {
  source: 'own' | 'onefit' | 'system';
  actor: string | null;
}

/** A row that the venue writes together with a booking. */
export interface RowBeside {
  table: string;
  owner: null;
  columns: Record<string, unknown>;
}

/** A change of one row of this plugin's, by its subject. */
export interface Change {
  /** of this text and no other */
  name: string;
  /** with a question mark for each value */
  sql: string;
  bindings: unknown[];
}

/** A change that the venue makes, and what to do once it is made. */
export interface Note {
  change: Change;
  written: (trx: Trx, changed: number) => Promise<void>;
}

/** What a booking of Onefit's stands on, as the venue reads it. */
export interface Seen {
  known: BookingRow | null;
  customer: CustomerRef | null;
  /** what answers the question; each column is null where nothing does */
  asked: Record<string, unknown>;
}

/** A question of this plugin's that the venue asks in the same turn as its own. */
export interface Question {
  /** of this text and no other */
  name: string;
  /** with a question mark for each value */
  sql: string;
  bindings: readonly unknown[];
}

/** What this plugin asks of the venue's booking service. */
export interface Bookings {
  transaction<Result>(work: (trx: Trx) => Promise<Result>): Promise<Result>;
  isTransient(error: unknown): boolean;
  onOutcome(listener: (trx: Trx, bookings: BookingRow[]) => Promise<void>): () => void;
  readByExternalId(trx: Trx, source: 'onefit', externalId: string): Promise<BookingRow | null>;
  look(
    trx: Trx,
    asked: {
      source: 'onefit';
      bookingId: string;
      memberId: string;
      appointment: string;
      product: string;
    },
    question: Question,
  ): Promise<Seen>;
  recordCancelledUnseen(
    trx: Trx,
    request: { venue: string; source: 'onefit'; bookingId: string; now: Date },
  ): Promise<void>;
  fillCancelledUnseen(
    trx: Trx,
    booking: BookingRow,
    facts: { appointment: string; memberId: string },
  ): Promise<BookingRow>;
  /** Forgets old cancellations of bookings that never came; gives how many. */
  forgetTombstones(): Promise<number>;
  book(request: {
    appointment: string;
    customer: CustomerRef | ((trx: Trx) => Promise<CustomerRef>);
    product: { systemKey: string };
    source: 'onefit';
    venue: string;
    external: { bookingId: string; memberId: string };
    aggregatorsServed: boolean;
    actor: null;
    beside: RowBeside[];
    seen: Seen;
  }): Promise<BookingRow>;
  cancel(
    documentId: string,
    outcome: 'cancelled' | 'late_cancelled',
    author: Author,
  ): Promise<BookingRow>;
  checkIn(documentId: string, author: Author): Promise<BookingRow>;
}

/** What this plugin asks of the venue's appointment service. */
export interface Appointments {
  /** Resolves rules that nobody announced; gives of how many appointments. */
  resolveStale(): Promise<number>;
  onChanged(
    listener: (trx: Trx, documentIds: string[]) => Promise<void>,
    /** What the listener would write of a single one, for the venue to write in the same turn. */
    note: (documentId: string) => Note,
  ): () => void;
}

/** What this plugin asks of the venue's customer service. */
export interface Customers {
  /** refusals: `same_customer`, `customer_not_found`, `both_hold_a_place` */
  merge(keep: string, drop: string, fields: Record<string, string | null>): Promise<void>;
  onLeaving(listener: (trx: Trx, documentIds: string[]) => Promise<void>): () => void;
  /** what is left to do of erasures that met a booking; gives how many bookings it was */
  forgetErased(): Promise<number>;
  createWithAggregatorId(
    trx: Trx,
    person: { firstName: string; lastName: string; email: string | null; phone: string | null },
    aggregator: 'onefit',
    id: string,
  ): Promise<CustomerRef>;
}

/** What this plugin asks of the venue's product service. */
export interface Products {
  ensureSystemProduct(systemKey: string, name: string): Promise<void>;
}
