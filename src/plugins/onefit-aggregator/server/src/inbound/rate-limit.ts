import Redis from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Settings } from '../settings';
import { Problem } from '../wire/problems';

const MINUTE_SECONDS = 60;

/** Counts requests per credential and venue; what a caller chooses never names a counter. */
export interface RateLimit {
  /** @throws Problem `too_many_requests` with the seconds until the next request is taken */
  count(secretIndex: number, venueUuid: string | null): Promise<void>;
  close(): Promise<void>;
}

/** In memory, or in Redis where several instances count together. */
export function createRateLimit({ rateLimit, redisUrl }: Settings): RateLimit {
  const memory = new RateLimiterMemory({ points: rateLimit, duration: MINUTE_SECONDS });
  const redis =
    redisUrl === '' ? null : new Redis(redisUrl, { enableOfflineQueue: false, lazyConnect: false });
  // Without a listener, a lost Redis would end the process; the memory counts on meanwhile.
  redis?.on('error', () => undefined);
  const limiter = redis
    ? new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: 'onefit',
        points: rateLimit,
        duration: MINUTE_SECONDS,
        insuranceLimiter: memory,
      })
    : memory;
  return {
    async count(secretIndex, venueUuid) {
      try {
        await limiter.consume(`${secretIndex}:${venueUuid ?? 'none'}`);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        throw new Problem('too_many_requests', {
          retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)),
        });
      }
    },
    async close() {
      redis?.disconnect();
    },
  };
}
