import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { createRefusalLog } from './activity-log/refusals';
import { clockOf } from './clock';
import { forgetProposals } from './customers/proposals';
import { createPartnerApi, mountPartnerApi } from './inbound/partner-api';
import { createRateLimit } from './inbound/rate-limit';
import type { RateLimit } from './inbound/rate-limit';
import { sendConfirmation } from './market/confirmation-mail';
import { watchConnections } from './market/connection-watch';
import { createExtensionOrders } from './market/extension-order';
import { sendNotices } from './market/notice-mail';
import { createMeters } from './metrics/meters';
import { createMetricsPage } from './metrics/metrics-page';
import { observedClient } from './metrics/observed-client';
import { auditSync } from './outbound/audit';
import type { Sending } from './outbound/deliver';
import { keepIndexesOfTheOpen } from './outbound/open-indexes';
import { LeaseLost, renewLease, underLease } from './outbound/lease';
import { markOutcomes, markSessions, raising } from './outbound/mark';
import { createOnefitClient } from './outbound/onefit-client';
import { reconcileDue } from './outbound/reconcile';
import { startJobs } from './outbound/schedule';
import { createSender } from './outbound/sender';
import type { Sender } from './outbound/sender';
import { sweep } from './outbound/sweep';
import { createSynchroniser } from './outbound/synchronise';
import type { Synchroniser } from './outbound/synchronise';
import { PLUGIN, settingsOf } from './settings';
import { lackingOf, venueOf } from './venue/venue';
import type { Lacking, Venue } from './venue/venue';

/** Longer than the mail server's time-outs together. */
const MAIL_LEASE_MS = 60_000;
/** Room for a queue of mails, each with the mail server's time-outs. */
const NOTICE_LEASE_MS = 10 * 60_000;

/** What Strapi hands to the work of a transaction; its own type says nothing of it. */
interface Hooks {
  onCommit: (then: () => void) => void;
}

/** Runs what is needed once the transaction around it is committed. */
async function afterCommit(strapi: Core.Strapi, wake: () => void): Promise<void> {
  await strapi.db.transaction(({ onCommit }: Hooks) => onCommit(wake));
}

/** Says what is missing, and what to do. */
function incomplete({ types, functions }: Lacking): string {
  const what =
    types.length > 0
      ? `has no content types ${types.join(', ')}`
      : `has services that lack ${functions.join(', ')}`;
  return `This project ${what}, so nothing is connected and no job runs. Add what is missing, as the README of the plugin ${PLUGIN} says under "What the project provides", or take the plugin out of config/plugins; then start again.`;
}

/**
 * Holds the plugin together: what is made once, when it starts, and how it stops. Data flows one
 * way: Onefit → inbound → venue → mark → outbound → Onefit.
 */
export function createConnectionService(strapi: Core.Strapi) {
  const settings = settingsOf(strapi);
  const lacking = lackingOf(strapi);
  const stops: Array<() => unknown> = [];
  let venue: Venue | null = null;
  let sending: Sending | null = null;
  let synchroniser: Synchroniser | null = null;
  let sender: Sender | null = null;
  let stopping = false;
  let rateLimit: RateLimit | null = null;
  let telling: Promise<void> = Promise.resolve();

  const clock = { now: () => clockOf(strapi).now() };
  const meters = settings.metricsToken === '' ? null : createMeters();
  const wake = () => sender?.wake();
  const refusals = createRefusalLog(strapi, clock);

  function theVenue(): Venue {
    venue ??= venueOf(strapi);
    return venue;
  }

  function theSending(): Sending {
    const client = createOnefitClient(settings, clock);
    sending ??= {
      strapi,
      venue: theVenue(),
      client: meters ? observedClient(client, meters.called) : client,
      clock,
      observe: meters?.sent,
    };
    return sending;
  }

  /** Whether this process does what nobody asked it for; a command does not. */
  const runsJobs = strapi.config.get<boolean>('jobs.run', true);
  const isConfigured = settings.baseUrl !== '' && settings.secrets.length > 0;

  /** Long jobs ask between two steps whether to go on. */
  async function hold(): Promise<void> {
    if (stopping) throw new LeaseLost('stopping');
  }

  function theSynchroniser(): Synchroniser {
    synchroniser ??= createSynchroniser(theSending(), isConfigured, hold);
    return synchroniser;
  }

  async function reconcile(): Promise<void> {
    if (!isConfigured) return;
    await reconcileDue(theSending(), hold);
    wake();
  }

  /** Sends the order's confirmation if it is due; one instance at a time, so that it comes once. */
  async function confirm(): Promise<void> {
    await underLease(strapi.db.connection, 'confirmation-mail', MAIL_LEASE_MS, clock, () =>
      sendConfirmation(strapi, clock),
    );
  }

  /** Tells the extension's contact what they should know; one instance at a time. */
  async function notify(): Promise<void> {
    const knex = strapi.db.connection;
    await underLease(knex, 'notice-mail', NOTICE_LEASE_MS, clock, async (lease) => {
      await theVenue().bookings.transaction((trx) => watchConnections(trx, clock.now()));
      await sendNotices(strapi, clock, () => renewLease(knex, lease, clock.now()));
    });
  }

  /** The same without waiting for the mail server; the clock tries again what fails. */
  function tell(): void {
    if (!runsJobs) return;
    telling = telling.then(notify).catch((error: unknown) => {
      strapi.log.error(`Onefit: telling the contact failed: ${String(error)}`);
    });
  }

  /**
   * Marks what changes, until the process ends: when it is told to stop, Strapi serves requests for
   * a while longer, and what they change must be told as well.
   */
  function listen() {
    const { appointments, bookings, customers } = theVenue();
    appointments.onChanged(
      async (trx, documentIds) => {
        await markSessions(trx, documentIds, clock.now());
        await afterCommit(strapi, wake);
      },
      (documentId) => ({
        change: raising(documentId, clock.now()),
        async written(trx, raised) {
          if (raised === 0) await markSessions(trx, [documentId], clock.now());
          await afterCommit(strapi, wake);
        },
      }),
    );
    bookings.onOutcome(async (trx, changed) => {
      await markOutcomes(trx, changed, clock.now());
      await afterCommit(strapi, wake);
    });
    customers.onLeaving(forgetProposals);
  }

  function startClock() {
    stops.push(
      startJobs(strapi, [
        { name: 'sweep', cron: '*/15 * * * *', run: () => sweep(theSending(), hold) },
        { name: 'reconciliation', cron: '* * * * *', run: reconcile },
        { name: 'notice mail', cron: '* * * * *', run: notify },
        { name: 'confirmation mail', cron: '*/5 * * * *', run: confirm },
      ]),
    );
  }

  return {
    settings,
    clock,
    venue: theVenue,
    /** @throws ApplicationError `project_incomplete` where the project has not what it takes */
    assertComplete(): void {
      if (!lacking) return;
      throw new errors.ApplicationError(incomplete(lacking), {
        code: 'project_incomplete',
        ...lacking,
      });
    },
    /** Orders of the extension. */
    orders: () => createExtensionOrders(strapi, theVenue(), clock),
    confirm,
    notify,
    /** What is not as it must be between this venue and Onefit; changes nothing. */
    audit: () => (lacking ? Promise.resolve([]) : auditSync(strapi.db.connection, clock.now())),
    /** Says that something may be due. */
    wake,
    /** Looks at everything when staff ask for it, and says how far that is. */
    synchronise: {
      async run(actor: string | null) {
        const answer = await theSynchroniser().run(actor);
        wake();
        return answer;
      },
      progress: () => theSynchroniser().progress(),
    },

    /** Before Strapi listens: the partner API stands in front of all other routes. */
    mount() {
      if (lacking) return;
      rateLimit = createRateLimit(settings);
      const api = createPartnerApi(
        { strapi, clock, venue: theVenue, wake, tell, refusals, observe: meters?.answered },
        settings,
        rateLimit,
      );
      mountPartnerApi(strapi, api);
      if (meters)
        strapi.server.use(createMetricsPage(strapi, settings.metricsToken, meters, clock));
    },

    async start() {
      if (lacking) {
        strapi.log.error(`Onefit: ${incomplete(lacking)}`);
        return;
      }
      await theVenue().products.ensureSystemProduct('onefit', 'Onefit');
      await keepIndexesOfTheOpen(strapi);
      listen();
      if (!runsJobs) return;
      startClock();
      if (!isConfigured) {
        strapi.log.warn(
          'Onefit: ONEFIT_BASE_URL or ONEFIT_SECRET is not set, so nothing is sent. What is due waits.',
        );
        return;
      }
      sender = createSender(theSending());
      sender.start();
    },

    async stop() {
      stopping = true;
      for (const stop of stops) await stop();
      await synchroniser?.stop();
      await telling;
      await sender?.stop();
      await refusals.close();
      await rateLimit?.close();
      meters?.registry.clear();
    },
  };
}

export type Connection = ReturnType<typeof createConnectionService>;
