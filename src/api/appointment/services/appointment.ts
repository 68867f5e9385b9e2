import { bookingsOf, customerMessagesOf } from '../../../domain/services';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../database/transaction';
import type { Trx } from '../../../database/trx';
import { createAnnouncer } from '../../../domain/announcer';
import { clockOf } from '../../../domain/clock';
import { APPOINTMENTS, readAppointment } from '../domain/appointment-row';
import { cancelAppointment } from '../domain/cancel';
import { askFirst, bookedIn, keepByHand, noticeable } from '../domain/moves';
import type { Consent, Felt, Move } from '../domain/moves';
import { resolveRules, staleAppointments } from '../domain/resolve';

/** How many appointments one transaction resolves anew. */
const STALE_AT_ONCE = 400;

/** How many bookings a cancellation ended, and whose. */
export interface CancelledAppointment {
  /** false when it had been cancelled before */
  changed: boolean;
  own: number;
  onefit: number;
}

/** Appointments: who hears of their changes, and their cancellation. */
export function createAppointmentService(strapi: Core.Strapi) {
  const changes = createAnnouncer<string>();
  const bookings = () => bookingsOf(strapi);

  return {
    /**
     * Subscribes to every change of an appointment that others may see: it hears the document ids
     * of a whole set at once, inside the transaction that changes them; or has a note of one
     * written by the statement that changes it.
     */
    onChanged: changes.on,

    /** Says that these appointments changed, inside the transaction that changes them. */
    announce: changes.announce,

    /** The same for one appointment that a single statement changes. */
    announcement: changes.announcement,

    read: readAppointment,

    /** Says that every appointment of an activity or venue that is not over yet has changed. */
    async announceAllOf(
      trx: Trx,
      owner: { activity_key: string } | { venue_key: string },
    ): Promise<void> {
      const rows = await trx(APPOINTMENTS)
        .where(owner)
        .where('ends_at', '>', clockOf(strapi).now())
        .select<Array<{ document_id: string }>>('document_id');
      await changes.announce(
        trx,
        rows.map((row) => row.document_id),
      );
    },

    /**
     * Resolves the rules anew wherever another one is stored than the one that holds, and announces
     * what changed: after edits that nobody announced. Gives how many appointments these were.
     */
    async resolveStale(): Promise<number> {
      let resolved = 0;
      for (let after: number | null = 0; after !== null; ) {
        const behind: number = after;
        const stale = await inTransaction(strapi, async (trx) => {
          const now = clockOf(strapi).now();
          const found = await staleAppointments(trx, behind, STALE_AT_ONCE, now);
          const documentIds = found.map((row) => row.documentId);
          await resolveRules(trx, documentIds);
          await changes.announce(trx, documentIds);
          return found;
        });
        resolved += stale.length;
        after = stale.length < STALE_AT_ONCE ? null : (stale[stale.length - 1]?.id ?? null);
      }
      return resolved;
    },

    /**
     * Settles that appointments take place at another time, in the transaction that moves them and
     * after their rows were changed, so that nobody books in between: staff are asked first where
     * somebody booked, and own customers are owed an e-mail. Gives who feels it.
     *
     * @throws Refusal `confirmation_required`
     */
    async settleMoves(
      trx: Trx,
      moves: Move[],
      consent: Consent & { reason?: string | null },
    ): Promise<Felt> {
      const felt = noticeable(moves, clockOf(strapi).now());
      const counts = await bookedIn(
        trx,
        felt.map((move) => move.documentId),
      );
      askFirst(counts, consent, 'moved');
      if (counts.own > 0) {
        await customerMessagesOf(strapi).tellOfMoves(trx, felt, consent.reason ?? null);
      }
      return counts;
    },

    /** Asks first before several appointments are cancelled at once; gives who feels it. */
    async assertMayCancel(trx: Trx, documentIds: string[], consent: Consent): Promise<Felt> {
      const counts = await bookedIn(trx, documentIds);
      askFirst(counts, consent, 'cancelled');
      return counts;
    },

    /**
     * Settles that a rule no longer has dates that somebody booked, in the transaction that changes
     * the rule: they stay, from now on as appointments that staff keep by hand.
     *
     * @throws Refusal `confirmation_required`
     */
    async settleLeftOut(trx: Trx, documentIds: string[], consent: Consent): Promise<void> {
      askFirst(await bookedIn(trx, documentIds), consent, 'left_out');
      await keepByHand(trx, documentIds);
    },

    /**
     * Cancels an appointment with a reason that its customers will read, ends its bookings, and
     * owes own customers an e-mail, in one transaction. Refusals: see `cancelAppointment`.
     *
     * @throws Refusal `confirmation_required` while bookings would end and that is not confirmed
     */
    cancel: (
      documentId: string,
      reason: string,
      { actor, confirmed }: Consent & { actor: string | null },
    ): Promise<CancelledAppointment> =>
      inTransaction(strapi, async (trx) => {
        const cancelled = await cancelAppointment(trx, documentId, reason, clockOf(strapi).now());
        if (!cancelled) return { changed: false, own: 0, onefit: 0 };
        const ended = await bookings().cancelAllOf(documentId, { source: 'own', actor });
        const onefit = ended.filter((booking) => booking.source === 'onefit').length;
        const own = ended.length - onefit;
        askFirst({ own, onefit, appointments: 1 }, { confirmed }, 'cancelled');
        await customerMessagesOf(strapi).tellOfCancellation(trx, ended);
        await changes.announce(trx, [documentId]);
        return { changed: true, own, onefit };
      }),
  };
}

export type AppointmentService = ReturnType<typeof createAppointmentService>;

export default ({ strapi }: { strapi: Core.Strapi }) => createAppointmentService(strapi);
