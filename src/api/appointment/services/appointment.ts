import { bookingsOf } from '../../../domain/services';
import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../database/transaction';
import { createAnnouncer } from '../../../domain/announcer';
import { clockOf } from '../../../domain/clock';
import { APPOINTMENTS, readAppointment } from '../domain/appointment-row';
import { cancelAppointment } from '../domain/cancel';
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
     * of a whole set at once, inside the transaction that changes them.
     */
    onChanged: changes.on,

    /** Says that these appointments changed, inside the transaction that changes them. */
    announce: changes.announce,

    read: readAppointment,

    /** Says that every appointment of an activity or venue that is not over yet has changed. */
    async announceAllOf(
      trx: Parameters<typeof changes.announce>[0],
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
     * Cancels an appointment with a reason that its customers will read, and ends its bookings, in
     * one transaction. Refusals: see `cancelAppointment`.
     */
    cancel: (
      documentId: string,
      reason: string,
      actor: string | null,
    ): Promise<CancelledAppointment> =>
      inTransaction(strapi, async (trx) => {
        const cancelled = await cancelAppointment(trx, documentId, reason, clockOf(strapi).now());
        if (!cancelled) return { changed: false, own: 0, onefit: 0 };
        const ended = await bookings().cancelAllOf(documentId, { source: 'own', actor });
        await changes.announce(trx, [documentId]);
        const onefit = ended.filter((booking) => booking.source === 'onefit').length;
        return { changed: true, own: ended.length - onefit, onefit };
      }),
  };
}

export type AppointmentService = ReturnType<typeof createAppointmentService>;

export default ({ strapi }: { strapi: Core.Strapi }) => createAppointmentService(strapi);
