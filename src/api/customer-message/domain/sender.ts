import cron from 'node-cron';
import type { Core } from '@strapi/strapi';
import { clockOf } from '../../../domain/clock';
import { MESSAGES } from './message-row';
import { sendNext } from './send';

const EVERY_MINUTE = '* * * * *';
const HOURLY = '17 * * * *';

/** How long what was sent, or was not, can be looked up. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** Sends what customers are owed, woken by a commit and by the clock. */
export interface MessageSender {
  start: () => void;
  /** Says that something may be due; cheap, callable from anywhere, never throws. Nothing before the start. */
  wake: () => void;
  /** Sends what is due now, one after the other; waits for a round that is under way. */
  sendDue: () => Promise<void>;
  /** Claims nothing more and waits for the mail that is under way. */
  stop: () => Promise<void>;
}

/** Forgets messages that are older than 90 days and no longer due. */
export async function forgetOldMessages(strapi: Core.Strapi): Promise<void> {
  const before = new Date(clockOf(strapi).now().getTime() - KEPT_MS);
  await strapi.db
    .connection(MESSAGES)
    .whereNot({ state: 'due' })
    .where('created_at', '<', before)
    .delete();
}

/** One sender a process. While the mail server is down, a round ends with its first failure. */
export function createMessageSender(strapi: Core.Strapi): MessageSender {
  const stops: Array<() => unknown> = [];
  let round: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  let started = false;
  let stopped = false;

  async function run(): Promise<void> {
    while (!stopped && (await sendNext(strapi)) === 'on');
  }

  /** What became due during a round may have come too late for it: one more follows. */
  async function runAgain(before: Promise<void>): Promise<void> {
    await before.catch(() => undefined);
    next = null;
    await begin();
  }

  function begin(): Promise<void> {
    round ??= run().finally(() => {
      round = null;
    });
    return round;
  }

  function sendDue(): Promise<void> {
    if (round === null) return begin();
    next ??= runAgain(round);
    return next;
  }

  async function safely(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      strapi.log.error(`E-mails: ${what} failed: ${String(error)}`);
    }
  }

  function wake() {
    if (started && !stopped) void safely('sending', sendDue);
  }

  return {
    wake,
    sendDue,

    start() {
      started = true;
      const options = { timezone: 'UTC', noOverlap: true };
      const poll = cron.schedule(EVERY_MINUTE, wake, { ...options, name: 'customer e-mails' });
      const forget = cron.schedule(
        HOURLY,
        () => safely('forgetting old ones', () => forgetOldMessages(strapi)),
        { ...options, name: 'old customer e-mails' },
      );
      stops.push(
        () => poll.destroy(),
        () => forget.destroy(),
      );
      wake();
    },

    async stop() {
      stopped = true;
      for (const stop of stops.splice(0)) await stop();
      await next?.catch(() => undefined);
      await round?.catch(() => undefined);
    },
  };
}
