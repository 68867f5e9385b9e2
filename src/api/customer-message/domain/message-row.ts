import type { Trx } from '../../../database/trx';
import type { StoredInstant } from '../../../database/values';

/** The table of `api::customer-message.customer-message`. */
export const MESSAGES = 'customer_messages';

/** Why a customer is written to; `written`: staff had something to say. */
export type Occasion = 'cancelled' | 'moved' | 'written';

/**
 * Where a message stands. `dropped`: what it would say is no longer so. `no_address`: the customer
 * has no e-mail address, so staff must tell them.
 */
export type MessageState = 'due' | 'sent' | 'failed' | 'no_address' | 'dropped';

/** A message's row. It names nobody: name and address are read when it is sent. */
export interface MessageRow {
  id: number;
  document_id: string;
  created_at: StoredInstant;
  occasion: Occasion;
  occasion_key: string;
  booking_key: string;
  appointment_key: string;
  customer_key: string;
  reason: string | null;
  /** what staff wrote */
  subject: string | null;
  text: string | null;
  previous_starts_at: StoredInstant | null;
  previous_ends_at: StoredInstant | null;
  state: MessageState;
  attempts: number;
  next_attempt_at: StoredInstant | null;
  lease_token: string | null;
}

/** Gives another customer the messages of one whose profile is merged into theirs. */
export async function handMessagesOver(trx: Trx, from: string, to: string): Promise<void> {
  await trx(MESSAGES).where({ customer_key: from }).update({ customer_key: to });
}

/** Forgets every message to a customer, sent or not. */
export async function forgetMessages(trx: Trx, customer: string): Promise<void> {
  await trx(MESSAGES).where({ customer_key: customer }).delete();
}
