import { deliverBatch } from './deliver';
import type { Destination, Sending } from './deliver';
import { venuesToServe } from './connection';
import { createTurns } from './turns';

/** How often the records are looked at when nobody wakes the sender. */
const POLL_MS = 500;

/** Changes of one moment are looked at once. */
const GATHER_MS = 10;

/**
 * The least time between two incomplete batches of one venue: many quick edits travel together,
 * and a change is still there within two seconds.
 */
const PACE_MS = 900;

/**
 * Venues that are sent to side by side. Each takes a connection to the database now and then: were all
 * begun at once that have something due, thousands would queue for those, in front of who books, and
 * longer than their leases hold.
 */
const MOST_AT_ONCE = 32;

/** Sends what is due, woken by changes and by a poll, until it is stopped. */
export interface Sender {
  start(): void;
  /** Says that something may be due; cheap, callable from anywhere, never throws. */
  wake(): void;
  /** Claims nothing more and waits for what is under way. */
  stop(): Promise<void>;
}

export function createSender(sending: Sending): Sender {
  const { strapi, clock } = sending;
  const lastSent = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let timerAt = 0;
  let looking: Promise<void> | null = null;
  let wakes = 0;
  let stopped = true;

  function report(error: unknown): void {
    strapi.log.error(error);
  }

  /** One venue's work, batch by batch; one request is in flight for a venue at most. */
  async function serve(destination: Destination): Promise<void> {
    let current = destination;
    while (!stopped) {
      lastSent.set(current.venueKey, Date.now());
      if ((await deliverBatch(sending, current)) !== 'more') return;
      current = { ...current, attempts: 0 };
    }
  }

  const turns = createTurns(MOST_AT_ONCE, (destination: Destination) =>
    serve(destination).catch(report),
  );

  function sentAt(venueKey: string): number {
    return lastSent.get(venueKey) ?? 0;
  }

  /** Milliseconds until a venue may be sent to again; 0 or less = now. */
  function restOf(venueKey: string): number {
    return sentAt(venueKey) + PACE_MS - Date.now();
  }

  /**
   * Begins whatever may begin, those first that were sent to longest ago; gives the milliseconds until
   * the next look is worth while.
   */
  async function look(): Promise<number> {
    let next = POLL_MS;
    const ready: Destination[] = [];
    for (const destination of await venuesToServe(strapi.db.connection, clock.now())) {
      if (turns.isBusy(destination.venueKey)) continue;
      const rest = restOf(destination.venueKey);
      if (rest <= 0) ready.push(destination);
      else next = Math.min(next, rest);
    }
    ready.sort((one, other) => sentAt(one.venueKey) - sentAt(other.venueKey));
    if (!stopped) turns.offer(ready);
    return turns.isFull() ? POLL_MS : next;
  }

  /** Looks after a delay, or earlier when that is planned already: a wake never puts a look off. */
  function schedule(delay: number) {
    const at = Date.now() + delay;
    if (stopped || (timer && timerAt <= at)) return;
    if (timer) clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(tick, delay);
    timer.unref();
  }

  async function lookAndPlan(): Promise<void> {
    const wakesBefore = wakes;
    const next = await look().catch((error: unknown) => {
      report(error);
      return POLL_MS;
    });
    looking = null;
    // What woke us during the look may have come too late for it.
    schedule(wakes === wakesBefore || turns.isFull() ? next : GATHER_MS);
  }

  function tick() {
    timer = null;
    if (stopped) return;
    looking ??= lookAndPlan();
  }

  return {
    start() {
      stopped = false;
      schedule(0);
    },
    wake() {
      wakes += 1;
      // While every turn is taken, a look would find nobody a place; the poll comes soon enough.
      if (!looking && !turns.isFull()) schedule(GATHER_MS);
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      timer = null;
      await looking;
      await turns.stop();
    },
  };
}
