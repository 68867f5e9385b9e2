import { queryRows } from '../../../database/rows';
import type { Trx } from '../../../database/trx';
import { APPOINTMENT_COLUMNS, APPOINTMENTS } from '../../appointment/domain/appointment-row';
import type { AppointmentRow } from '../../appointment/domain/appointment-row';
import { AGGREGATOR_IDS } from '../../customer-aggregator-id/domain/holder';
import { CUSTOMERS } from '../../customer/domain/customer-row';
import { PRODUCTS } from '../../product/domain/product-row';
import type { CustomerRef } from './book';
import { BOOKING_COLUMNS, BOOKINGS, externalKey } from './booking-row';
import type { BookingRow } from './booking-row';

/** What an aggregator's booking stands on. */
export interface Seen {
  /** what came under this booking id before */
  known: BookingRow | null;
  /** who holds this member id */
  customer: CustomerRef | null;
  appointment: AppointmentRow | null;
  /** whether that customer, or the member under another profile, holds an active place in it */
  holdsPlace: boolean;
  /** the number of the product that it is paid with */
  product: number | null;
  /** the row that answers the caller's own question; each column is null where there is none */
  asked: Record<string, unknown>;
}

function named(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${column} AS ${alias}_${column}`).join(', ');
}

/** A question of the caller's own that is answered in the same turn, by one row at most. */
export interface Question {
  /** of this text and no other */
  name: string;
  /** with a question mark for each value; its columns have none of the names used here */
  sql: string;
  bindings: readonly unknown[];
}

/** The one that nobody asked. */
const NOTHING: Question = { name: 'nothing', sql: 'SELECT NULL AS nothing', bindings: [] };

/** One row, whatever is found: each part of it is null where there is none. */
const textWith = (question: Question) => `
  SELECT asked.*, ${named('known', BOOKING_COLUMNS)}, ${named('placed', APPOINTMENT_COLUMNS)},
    ${named('holder', ['id', 'document_id'])}, held.id AS held_id, mine.id AS mine_id,
    product.id AS product_id
  FROM (SELECT 1 AS one) AS origin
  LEFT JOIN (${question.sql}) AS asked ON 1 = 1
  LEFT JOIN ${BOOKINGS} AS known ON known.external_key = ?
  LEFT JOIN ${AGGREGATOR_IDS} AS member ON member.aggregator = ? AND member.external_id = ?
  LEFT JOIN ${CUSTOMERS} AS holder ON holder.document_id = member.customer_key
  LEFT JOIN ${APPOINTMENTS} AS placed ON placed.document_id = ?
  LEFT JOIN ${BOOKINGS} AS held
    ON held.active_key = CONCAT(placed.document_id, ':', holder.document_id)
  LEFT JOIN ${BOOKINGS} AS mine
    ON mine.member_id = ? AND mine.appointment_key = placed.document_id AND mine.source = ?
    AND mine.active_key IS NOT NULL
  LEFT JOIN ${PRODUCTS} AS product ON product.system_key = ?`;

const texts = new Map<string, string>();

/** The text that goes with a question, put together once. */
function sqlWith(question: Question): string {
  const known = texts.get(question.name);
  if (known !== undefined) return known;
  const made = textWith(question);
  texts.set(question.name, made);
  return made;
}

type Row = Record<string, unknown>;

/** The columns of one part; null where its row is not there. */
function part<Part>(row: Row, alias: string, columns: readonly string[]): Part | null {
  if (row[`${alias}_id`] === null) return null;
  return Object.fromEntries(columns.map((name) => [name, row[`${alias}_${name}`]])) as Part;
}

/**
 * Reads all that an aggregator's booking is decided from, in one statement, and what the caller
 * asks beside it.
 */
export async function look(
  trx: Trx,
  asked: {
    source: 'onefit';
    bookingId: string;
    memberId: string;
    /** document id */
    appointment: string;
    /** system key of the product */
    product: string;
  },
  question: Question = NOTHING,
): Promise<Seen> {
  const { source, bookingId, memberId, appointment, product } = asked;
  const known = externalKey(source, bookingId);
  const keys = [known, source, memberId, appointment, memberId, source, product];
  const values = [...question.bindings, ...keys];
  const name = `look ${question.name}`;
  const [row = {}] = (await queryRows(trx, name, sqlWith(question), values)) as Row[];
  const customer = row.holder_id as number | null;
  const placed = part<AppointmentRow>(row, 'placed', APPOINTMENT_COLUMNS);
  return {
    known: part<BookingRow>(row, 'known', BOOKING_COLUMNS),
    customer:
      customer === null ? null : { id: customer, documentId: String(row.holder_document_id) },
    // MariaDB finds ids in another case, too.
    appointment: row.placed_document_id === appointment ? placed : null,
    holdsPlace: row.held_id !== null || row.mine_id !== null,
    product: row.product_id as number | null,
    asked: row,
  };
}
