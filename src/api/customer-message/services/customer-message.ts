import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../database/transaction';
import type { Trx } from '../../../database/trx';
import { clockOf } from '../../../domain/clock';
import type { Move } from '../../appointment/domain/moves';
import type { BookingRow } from '../../booking/domain/booking-row';
import { recordCancelled, recordMoved } from '../domain/record';
import { createMessageSender, forgetOldMessages } from '../domain/sender';
import { recordWritten } from '../domain/written';
import type { Letter, Recipients } from '../domain/written';

/** What Strapi hands to the work of a transaction; its own type says nothing of it. */
interface Hooks {
  onCommit: (then: () => void) => void;
}

/** What the venue's own customers are told by e-mail: written down with the change, sent after it. */
export function createCustomerMessageService(strapi: Core.Strapi) {
  const sender = createMessageSender(strapi);
  const now = () => clockOf(strapi).now();

  /** Wakes the sender once the transaction around it is committed. */
  async function wakeAfterCommit(owed: number): Promise<void> {
    if (owed === 0) return;
    await strapi.db.transaction(({ onCommit }: Hooks) => onCommit(sender.wake));
  }

  return {
    /** Bookings that ended with their appointment; see `recordCancelled`. */
    tellOfCancellation: async (trx: Trx, ended: BookingRow[]): Promise<void> =>
      wakeAfterCommit(await recordCancelled(trx, ended, now())),

    /** Appointments that take place at another time; see `recordMoved`. */
    tellOfMoves: async (trx: Trx, moves: Move[], reason: string | null): Promise<void> =>
      wakeAfterCommit(await recordMoved(trx, moves, reason, now())),

    /** What staff write to everybody who is booked; see `recordWritten`. */
    write: (appointment: string, letter: Letter): Promise<Recipients> =>
      inTransaction(strapi, async (trx) => {
        const recipients = await recordWritten(trx, appointment, letter, now());
        await wakeAfterCommit(recipients.owed);
        return recipients;
      }),

    /** Sends what is due now and waits until it is done. */
    sendDue: sender.sendDue,
    /** Forgets what is older than its time. */
    forgetOld: () => forgetOldMessages(strapi),
    start: sender.start,
    stop: sender.stop,
  };
}

export type CustomerMessageService = ReturnType<typeof createCustomerMessageService>;

export default ({ strapi }: { strapi: Core.Strapi }) => createCustomerMessageService(strapi);
