import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../database/transaction';
import { clockOf } from '../../../domain/clock';
import { claimNext, LEASE_MS, renewClaim, settleClaim } from './claim';
import { compose } from './compose';
import { readFacts, stillTrue } from './facts';
import type { MessageFacts } from './facts';
import type { MessageRow } from './message-row';
import { afterFailure, refusesAddress } from './outcome';

const SETTLE_TRIES = 10;
const SETTLE_PAUSE_MS = 1_000;

/** Strapi's e-mail plugin, as far as it is used. */
interface Email {
  send(mail: Record<string, unknown>): Promise<unknown>;
}

/** Renews the lease as long as a mail is under way; gives the function that ends it. */
function keepClaim(strapi: Core.Strapi, message: MessageRow): () => void {
  const timer = setInterval(() => {
    renewClaim(strapi.db.connection, message, clockOf(strapi).now()).catch((error: unknown) =>
      strapi.log.warn(`E-mails: a lease could not be renewed: ${String(error)}`),
    );
  }, LEASE_MS / 3);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Writes what came of a message. A database that is away for some seconds just now must not make
 * the same mail go out again, so it is asked again.
 */
async function settle(strapi: Core.Strapi, message: MessageRow, columns: Record<string, unknown>) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const now = clockOf(strapi).now();
      await inTransaction(strapi, (trx) => settleClaim(trx, message, columns, now));
      return;
    } catch (error) {
      if (attempt === SETTLE_TRIES) throw error;
      await sleep(SETTLE_PAUSE_MS);
    }
  }
}

/**
 * Hands one mail to the mail server. Its Message-ID is the message's own, so that one that has to
 * be sent again after a crash is known as the same.
 */
async function handOver(strapi: Core.Strapi, message: MessageRow, facts: MessageFacts) {
  const release = keepClaim(strapi, message);
  try {
    await strapi
      .plugin('email')
      .service<Email>('email')
      .send({
        to: facts.email,
        messageId: `<${message.document_id}@customer-message.invalid>`,
        ...compose(message, facts),
      });
  } finally {
    release();
  }
}

/** Whether anything is left to do: `none` due, `on` to the next, or the mail server is `down`. */
type Went = 'none' | 'on' | 'down';

/**
 * Sends the message that is due longest, if any, and writes down what came of it.
 *
 * Not in a transaction: the mail server's time is not the database's. Two senders never send the
 * same message, since a lease is held while it goes out. Only a process that is killed after the
 * mail server took a mail and before that was written down makes it go out again, with the same
 * Message-ID: a mail that comes twice is better than a customer before a closed door.
 */
export async function sendNext(strapi: Core.Strapi): Promise<Went> {
  const now = () => clockOf(strapi).now();
  const message = await inTransaction(strapi, (trx) => claimNext(trx, now()));
  if (!message) return 'none';
  const facts = await readFacts(strapi.db.connection, message);
  if (!facts || !stillTrue(message, facts)) {
    await settle(strapi, message, { state: 'dropped' });
    return 'on';
  }
  if (!facts.email) {
    await settle(strapi, message, { state: 'no_address' });
    return 'on';
  }
  try {
    await handOver(strapi, message, facts);
  } catch (error) {
    await settle(strapi, message, afterFailure(message, error, now()));
    strapi.log.warn(`E-mails: one to a customer could not be sent: ${String(error)}`);
    return refusesAddress(error) ? 'on' : 'down';
  }
  await settle(strapi, message, {
    state: 'sent',
    sent_at: now(),
    attempts: message.attempts + 1,
    last_error: null,
  });
  return 'on';
}
