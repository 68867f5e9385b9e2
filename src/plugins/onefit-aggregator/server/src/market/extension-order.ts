import { errors } from '@strapi/utils';
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { writeActivities } from '../activity-log/write';
import type { Clock } from '../clock';
import { markVenue } from '../outbound/mark';
import { EXTENSION_ORDERS } from '../tables';
import type { Trx } from '../venue/ports';
import type { Venue } from '../venue/venue';
import { ACTIVE, activeOrder } from './active-order';
import type { OrderRow } from './active-order';

export interface OrderRequest {
  contactEmail: string;
  /** the administrator's id */
  orderedBy: string | null;
  /** of the confirmation: en, nl or de */
  language: string;
}

/** A refusal of the market, with a stable code in `details.code`. */
function refusal(code: string, message: string): Error {
  return new errors.ApplicationError(message, { code });
}

function log(
  trx: Trx,
  kind: 'order_placed' | 'order_ended',
  actor: string | null,
  now: Date,
): Promise<void> {
  return writeActivities(trx, [{ kind, outcome: 'done', source: 'staff', actor }], now);
}

/** Ordering and ending the extension "Onefit API". */
export function createExtensionOrders(strapi: Core.Strapi, venue: Venue, clock: Clock) {
  return {
    /** The order in force; null when there is none. */
    current: (): Promise<OrderRow | null> => activeOrder(strapi.db.connection),

    /**
     * Orders the extension. Whatever is allowed already becomes due from this moment.
     *
     * @throws ApplicationError `already_ordered`
     */
    order: (request: OrderRequest): Promise<OrderRow> =>
      venue.bookings.transaction(async (trx) => {
        if (await activeOrder(trx)) {
          throw refusal(
            'already_ordered',
            'The Onefit API is ordered already. Its next steps are shown in the Market.',
          );
        }
        const now = clock.now();
        await trx(EXTENSION_ORDERS).insert({
          document_id: randomUUID(),
          created_at: now,
          updated_at: now,
          published_at: now,
          contact_email: request.contactEmail,
          ordered_by: request.orderedBy,
          ordered_at: now,
          language: request.language,
          active_key: ACTIVE,
        });
        await markVenue(trx, null, now);
        await log(trx, 'order_placed', request.orderedBy, now);
        const order = await activeOrder(trx);
        if (!order) throw new Error('The order that was just written is not there.');
        return order;
      }),

    /**
     * Notes when the IDs for Onefit's support were copied; the first time counts.
     *
     * @throws ApplicationError `not_ordered`
     */
    noteIdsCopied: (): Promise<void> =>
      venue.bookings.transaction(async (trx) => {
        if (!(await activeOrder(trx))) {
          throw refusal(
            'not_ordered',
            'The Onefit API is not ordered, so Onefit cannot link your venue yet. Order it first.',
          );
        }
        const now = clock.now();
        await trx(EXTENSION_ORDERS)
          .where({ active_key: ACTIVE })
          .whereNull('ids_copied_at')
          .update({ ids_copied_at: now, updated_at: now });
      }),

    /**
     * Ends the extension: what is offered is withdrawn, bookings stay.
     *
     * @param actor the administrator's id
     * @throws ApplicationError `not_ordered`
     */
    end: (actor: string | null = null): Promise<void> =>
      venue.bookings.transaction(async (trx) => {
        const now = clock.now();
        const ended: number = await trx(EXTENSION_ORDERS)
          .where({ active_key: ACTIVE })
          .update({ active_key: null, ended_at: now, updated_at: now });
        if (ended === 0) {
          throw refusal(
            'not_ordered',
            'The Onefit API is not ordered, so there is nothing to end.',
          );
        }
        await markVenue(trx, null, now);
        await log(trx, 'order_ended', actor, now);
      }),
  };
}
