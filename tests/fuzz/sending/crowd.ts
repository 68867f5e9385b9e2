import type { Recipe } from '../requests/recipe';
import { openLane } from './lane';
import type { Fate } from './lane';
import { write } from './write';

/** A numbered request with what came of it. */
export interface Exchange {
  index: number;
  recipe: Recipe;
  fate: Fate;
  /** from the first byte sent to the last received */
  tookMs: number;
}

/** Many connections at work at the same time. */
export interface Crowd {
  /** Sends all of these, each once, as many at a time as there are lanes. */
  send(numbered: Iterable<readonly [number, Recipe]>): Promise<Exchange[]>;
  close(): void;
}

/**
 * @param secret with which those requests are signed that are signed rightly
 */
export function createCrowd(url: string, lanes: number, secret: string): Crowd {
  const open = Array.from({ length: lanes }, () => openLane(url));
  const { host } = new URL(url);
  return {
    async send(numbered) {
      const waiting = numbered[Symbol.iterator]();
      const exchanges: Exchange[] = [];
      await Promise.all(
        open.map(async (lane) => {
          for (let next = waiting.next(); !next.done; next = waiting.next()) {
            const [index, recipe] = next.value;
            const written = write(recipe, host, { secret, now: new Date() });
            const began = performance.now();
            const fate = await lane.send(written, recipe.method);
            exchanges.push({ index, recipe, fate, tookMs: performance.now() - began });
          }
        }),
      );
      return exchanges;
    },
    close: () => open.forEach((lane) => lane.close()),
  };
}
