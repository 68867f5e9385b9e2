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
  /** whether that customer holds an active place in it */
  holdsPlace: boolean;
  /** the number of the product that it is paid with */
  product: number | null;
}

function named(alias: string, columns: readonly string[]): string {
  return columns.map((column) => `${alias}.${column} AS ${alias}_${column}`).join(', ');
}

/** One row, whatever is found: each part of it is null where there is none. */
const SQL = `
  SELECT ${named('known', BOOKING_COLUMNS)}, ${named('placed', APPOINTMENT_COLUMNS)},
    ${named('holder', ['id', 'document_id'])}, held.id AS held_id, product.id AS product_id
  FROM (SELECT 1 AS one) AS origin
  LEFT JOIN ${BOOKINGS} AS known ON known.external_key = ?
  LEFT JOIN ${AGGREGATOR_IDS} AS member ON member.aggregator = ? AND member.external_id = ?
  LEFT JOIN ${CUSTOMERS} AS holder ON holder.document_id = member.customer_key
  LEFT JOIN ${APPOINTMENTS} AS placed ON placed.document_id = ?
  LEFT JOIN ${BOOKINGS} AS held
    ON held.active_key = CONCAT(placed.document_id, ':', holder.document_id)
  LEFT JOIN ${PRODUCTS} AS product ON product.system_key = ?`;

type Row = Record<string, unknown>;

/** The columns of one part; null where its row is not there. */
function part<Part>(row: Row, alias: string, columns: readonly string[]): Part | null {
  if (row[`${alias}_id`] === null) return null;
  return Object.fromEntries(columns.map((name) => [name, row[`${alias}_${name}`]])) as Part;
}

/** Reads all that an aggregator's booking is decided from, in one statement. */
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
): Promise<Seen> {
  const { source, bookingId, memberId, appointment, product } = asked;
  const keys = [externalKey(source, bookingId), source, memberId, appointment, product];
  const [row = {}] = (await queryRows(trx, 'look', SQL, keys)) as Row[];
  const customer = row.holder_id as number | null;
  return {
    known: part<BookingRow>(row, 'known', BOOKING_COLUMNS),
    customer:
      customer === null ? null : { id: customer, documentId: String(row.holder_document_id) },
    appointment: part<AppointmentRow>(row, 'placed', APPOINTMENT_COLUMNS),
    holdsPlace: row.held_id !== null,
    product: row.product_id as number | null,
  };
}
