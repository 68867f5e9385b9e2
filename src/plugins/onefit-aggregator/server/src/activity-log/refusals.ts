import type { Core } from '@strapi/strapi';
import type { Clock } from '../clock';
import type { Trx } from '../venue/ports';
import { writeActivities } from './write';
import type { Activity } from './write';

/** How long refusals are gathered before they are written. */
const GATHER_MS = 1_000;
/** The most entries of one moment: a caller that is refused without end fills no disk. */
const MOST = 50;

/** A refusal as the call knows it: the venue by its UUID. */
export type Refusal = Activity & { venue: string };

/** What Onefit was refused: noted after the answer, and outside its transaction. */
export interface RefusalLog {
  /** Remembers a refusal; cheap, never throws. Equal ones of one moment become one entry. */
  note(refusal: Refusal): void;
  /** Writes what is gathered and takes no more. */
  close(): Promise<void>;
}

/** Gives the entries the venue's own id; what was refused for a venue that is none is left out. */
async function placed(trx: Trx, refusals: Refusal[]): Promise<Activity[]> {
  const uuids = [...new Set(refusals.map(({ venue }) => venue))];
  const rows = await trx('venues')
    .whereIn('uuid', uuids)
    .select<Array<{ uuid: string; document_id: string }>>('uuid', 'document_id');
  const idOf = new Map(rows.map((row) => [row.uuid, row.document_id]));
  return refusals.flatMap((refusal) => {
    const venue = idOf.get(refusal.venue);
    return venue === undefined ? [] : [{ ...refusal, venue }];
  });
}

/** Gathers refusals and writes them a moment later, so that none of them holds up an answer. */
export function createRefusalLog(strapi: Core.Strapi, clock: Clock): RefusalLog {
  let gathered = new Map<string, Refusal & { counts: { times: number } }>();
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let closed = false;

  async function flush(): Promise<void> {
    timer = null;
    const refusals = [...gathered.values()];
    gathered = new Map();
    if (refusals.length === 0) return;
    const knex = strapi.db.connection;
    try {
      await writeActivities(knex, await placed(knex, refusals), clock.now());
    } catch (error) {
      strapi.log.error(`Onefit: ${refusals.length} refusals were not logged: ${String(error)}`);
    }
  }

  return {
    note(refusal) {
      if (closed) return;
      const { kind, code, venue, appointment } = refusal;
      const all = gathered.size >= MOST;
      const key = JSON.stringify(all ? [kind, code, venue] : [kind, code, venue, appointment]);
      const known = gathered.get(key);
      if (known) {
        known.counts.times += 1;
        // One entry for several bookings names none of them.
        if (known.booking !== refusal.booking) known.booking = null;
      } else {
        const facts = all ? { ...refusal, appointment: null, booking: null } : refusal;
        gathered.set(key, { ...facts, counts: { times: 1 } });
      }
      timer ??= setTimeout(() => {
        writing = flush();
      }, GATHER_MS).unref();
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await writing;
      await flush();
    },
  };
}
