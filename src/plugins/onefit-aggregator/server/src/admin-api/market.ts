import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { lastEnd } from '../market/active-order';
import type { OrderRow } from '../market/active-order';
import { connectionStatus } from '../outbound/status';
import type { ConnectionState } from '../outbound/status';
import { firstSteps } from '../outbound/first-steps';
import { instant, instantOrNull } from '../venue/ports';
import { administratorNames } from './administrator';
import { connection } from './connection';
import { actorOf, read } from './request';
import type { Controller } from './request';

const LANGUAGES = ['en', 'nl', 'de'];

const orderBody = z.strictObject({
  contactEmail: z
    .string({ error: 'enter the e-mail address that gets the confirmation' })
    .trim()
    .max(254, { error: 'must have at most 254 characters' })
    .regex(/^[^\s@]+@[^\s@]+$/, { error: 'enter a complete e-mail address' }),
});

/** How the extension fares over all venues, in a word. */
type ExtensionState = 'not_ordered' | 'ended' | 'waiting' | 'working' | 'needs_attention';

function iso(stored: Parameters<typeof instantOrNull>[0]): string | null {
  return instantOrNull(stored)?.toISOString() ?? null;
}

/** The order in force as the panel shows it; null when there is none. */
async function currentOrder(strapi: Core.Strapi) {
  const order: OrderRow | null = await connection(strapi).orders().current();
  if (!order) return null;
  const { ordered_by: orderedBy } = order;
  const names = await administratorNames(strapi, orderedBy === null ? [] : [orderedBy]);
  return {
    contactEmail: order.contact_email,
    orderedAt: instant(order.ordered_at).toISOString(),
    orderedBy,
    orderedByName: (orderedBy !== null && names[orderedBy]) || null,
    confirmationSentAt: iso(order.confirmation_sent_at),
    confirmationError: order.confirmation_error,
    idsCopiedAt: iso(order.ids_copied_at),
  };
}

/** The venue that needs somebody decides how the extension fares. */
function stateOf(states: ConnectionState[], ended: boolean): ExtensionState {
  if (states.includes('needs_attention') || states.includes('degraded')) return 'needs_attention';
  if (states.includes('working')) return 'working';
  if (states.includes('not_linked')) return 'waiting';
  return ended ? 'ended' : 'not_ordered';
}

/** Ordering the extension, and what the Market tells of it. */
export const market: Controller = ({ strapi }) => ({
  async find(ctx) {
    const knex = strapi.db.connection;
    const { ordered, venues } = await connectionStatus(strapi, connection(strapi).clock.now());
    const endedAt = ordered ? null : iso(await lastEnd(knex));
    const states = venues.map(({ state }) => state);
    ctx.body = {
      // Without a venue nothing can be linked, ordered or not.
      state: ordered && states.length === 0 ? 'waiting' : stateOf(states, endedAt !== null),
      order: await currentOrder(strapi),
      endedAt,
      venues: venues.map(
        ({ documentId, name, uuid, timeZone, companyName, companyUuid, linkedAt }) => ({
          ...{ documentId, name, uuid, timeZone, companyName, companyUuid, linkedAt },
        }),
      ),
      steps: await firstSteps(knex),
    };
  },
});

export const extensionOrder: Controller = ({ strapi }) => ({
  async find(ctx) {
    ctx.body = { order: await currentOrder(strapi) };
  },

  async create(ctx) {
    const { contactEmail } = read(orderBody, ctx.request.body);
    const { orders, confirm, wake } = connection(strapi);
    const { user } = ctx.state;
    const language = user?.preferedLanguage ?? 'en';
    await orders().order({
      contactEmail,
      orderedBy: actorOf(ctx),
      language: LANGUAGES.includes(language) ? language : 'en',
    });
    wake();
    await confirm();
    ctx.status = 201;
    ctx.body = { order: await currentOrder(strapi) };
  },

  async end(ctx) {
    const { orders, wake } = connection(strapi);
    await orders().end(actorOf(ctx));
    wake();
    ctx.status = 204;
  },

  /** Sends the confirmation again that could not be sent; one that was sent stays the only one. */
  async confirm(ctx) {
    const { confirm } = connection(strapi);
    if ((await currentOrder(strapi)) === null) {
      throw new errors.ApplicationError(
        'The Onefit API is not ordered, so there is nothing to confirm. Order it first.',
        { code: 'not_ordered' },
      );
    }
    await confirm();
    ctx.body = { order: await currentOrder(strapi) };
  },

  /** Notes that somebody copied the IDs for Onefit's support. */
  async idsCopied(ctx) {
    await connection(strapi).orders().noteIdsCopied();
    ctx.body = { order: await currentOrder(strapi) };
  },
});
