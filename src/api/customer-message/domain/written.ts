import { insertDocuments, newDocumentId } from '../../../database/insert';
import type { Trx } from '../../../database/trx';
import { Refusal } from '../../../domain/refusal';
import { say } from '../../../domain/sentence';
import { readAppointment } from '../../appointment/domain/appointment-row';
import { ACTIVE_STATES, BOOKINGS } from '../../booking/domain/booking-row';
import { CUSTOMERS } from '../../customer/domain/customer-row';
import { MESSAGES } from './message-row';

/** What staff write to everybody who is booked. */
export interface Letter {
  /** chosen by who writes, so that the same letter sent twice goes out once */
  id: string;
  subject: string;
  text: string;
}

/** Whom a letter goes to. */
export interface Recipients {
  /** how many are owed it */
  owed: number;
  /** how many of them have no e-mail address, so that staff must tell them */
  withoutAddress: number;
}

interface Booked {
  documentId: string;
  customer: string;
  email: string | null;
}

/** Own customers with a place; Onefit's members are written to by Onefit. */
async function ownBooked(trx: Trx, appointment: string): Promise<Booked[]> {
  return trx({ booking: BOOKINGS })
    .join({ customer: CUSTOMERS }, 'customer.document_id', 'booking.customer_key')
    .where({ 'booking.appointment_key': appointment, 'booking.source': 'own' })
    .whereIn('booking.state', [...ACTIVE_STATES])
    .orderBy('booking.id')
    .select<Booked[]>({
      documentId: 'booking.document_id',
      customer: 'customer.document_id',
      email: 'customer.email',
    });
}

async function isKnown(trx: Trx, letter: Letter, appointment: string): Promise<boolean> {
  const row: unknown = await trx(MESSAGES)
    .where({ occasion: 'written', appointment_key: appointment })
    .where('occasion_key', 'like', `%:written:${letter.id}`)
    .first('id');
  return row !== undefined;
}

/**
 * Writes down that everybody with an own place in an appointment is owed a letter, inside the
 * caller's transaction. The same letter again writes nothing.
 *
 * @throws Refusal `appointment_not_found`, `nobody_to_write_to`
 */
export async function recordWritten(
  trx: Trx,
  appointment: string,
  letter: Letter,
  now: Date,
): Promise<Recipients> {
  if (!(await readAppointment(trx, appointment))) {
    throw new Refusal(
      'appointment_not_found',
      say`This appointment does not exist. Reload the page.`,
    );
  }
  const booked = await ownBooked(trx, appointment);
  if (booked.length === 0) {
    throw new Refusal(
      'nobody_to_write_to',
      say`None of your own customers is booked here, so there is nobody to write to.`,
    );
  }
  const withoutAddress = booked.filter(({ email }) => !email).length;
  const recipients = { owed: booked.length, withoutAddress };
  if (await isKnown(trx, letter, appointment)) return recipients;
  await insertDocuments(
    trx,
    MESSAGES,
    booked.map(({ documentId, customer }) => ({
      documentId: newDocumentId(),
      columns: {
        occasion: 'written',
        occasion_key: `${documentId}:written:${letter.id}`,
        booking_key: documentId,
        appointment_key: appointment,
        customer_key: customer,
        subject: letter.subject,
        text: letter.text,
        state: 'due',
        attempts: 0,
        next_attempt_at: now,
      },
    })),
    now,
  );
  return recipients;
}
