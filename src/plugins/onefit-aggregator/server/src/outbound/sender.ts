import { deliverBatch } from './deliver';
import type { Destination, Sending } from './deliver';
import { venuesToServe } from './connection';

/** How often the records are looked at when nobody wakes the sender. */
const POLL_MS = 1_000;

/**
 * The least time between two incomplete batches of one venue: many quick edits travel together,
 * and a change is still there within two seconds.
 */
const PACE_MS = 900;

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
  const busy = new Map<string, Promise<void>>();
  const lastSent = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
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

  function begin(destination: Destination) {
    const { venueKey } = destination;
    const work = serve(destination)
      .catch(report)
      .finally(() => busy.delete(venueKey));
    busy.set(venueKey, work);
  }

  function rested(venueKey: string): boolean {
    return Date.now() - (lastSent.get(venueKey) ?? 0) >= PACE_MS;
  }

  async function look(): Promise<void> {
    const now = clock.now();
    const knex = strapi.db.connection;
    for (const destination of await venuesToServe(knex, now)) {
      if (stopped) return;
      if (!busy.has(destination.venueKey) && rested(destination.venueKey)) begin(destination);
    }
  }

  function schedule(delay: number) {
    if (stopped) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(tick, delay);
    timer.unref();
  }

  function tick() {
    timer = null;
    if (stopped) return;
    // A look under way may have missed what woke us: the poll comes round again soon.
    looking ??= look()
      .catch(report)
      .finally(() => {
        looking = null;
        schedule(POLL_MS / 2);
      });
  }

  return {
    start() {
      stopped = false;
      schedule(0);
    },
    wake() {
      // Changes of one moment are looked at once; the venue's pace is kept by `rested`.
      if (!looking) schedule(10);
    },
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await looking;
      await Promise.all(busy.values());
    },
  };
}
