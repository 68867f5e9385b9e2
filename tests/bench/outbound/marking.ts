import { ratio } from '../shared/figures';
import type { BenchOptions } from '../shared/options';
import { alternate, say } from '../shared/progress';
import { sessionDocumentId } from '../fill/names';
import { startPlace } from './place';
import type { Place } from './place';

const SESSIONS = 200;
const APPOINTMENT = 'api::appointment.appointment';

interface Announcing {
  announce: (...all: unknown[]) => Promise<void>;
}

/** Saves appointments one after the other, as the content manager does; saves a second. */
async function save({ venue }: Place, seconds: number, word: string): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let saved = 0;
  while (performance.now() < end) {
    const documentId = sessionDocumentId(saved % SESSIONS);
    const data = { room: `${word} ${saved}` } as never;
    await venue.strapi.documents(APPOINTMENT).update({ documentId, data });
    saved += 1;
  }
  return saved / seconds;
}

/**
 * What marking adds to a staff save: the same saves with the announcement that the plugin marks by,
 * and without it. Above 1 is what it costs.
 */
export async function measureMarking({ rounds, seconds }: BenchOptions): Promise<number> {
  const place = await startPlace(SESSIONS);
  const service = place.venue.strapi.service(APPOINTMENT) as unknown as Announcing;
  const { announce } = service;
  const rates: Record<'with' | 'without', number[]> = { with: [], without: [] };
  try {
    await save(place, 1, 'warm');
    await alternate({ rounds }, ['with', 'without'] as const, async (side, round) => {
      service.announce = side === 'with' ? announce : async () => undefined;
      rates[side][round] = await save(place, seconds, `${side} ${round}`);
    });
    for (const side of ['with', 'without'] as const) {
      say(
        `  saves ${side} marking: ${rates[side].map((rate) => rate.toFixed(0)).join(' ')} a second`,
      );
    }
    return ratio(rates.without, rates.with);
  } finally {
    await place.venue.stop();
  }
}
