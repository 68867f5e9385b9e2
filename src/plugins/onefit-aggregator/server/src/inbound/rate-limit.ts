import Redis from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Settings } from '../settings';
import { Problem } from '../wire/problems';
import { rateLimitHeaders } from '../wire/rate-limit-headers';

const MINUTE_SECONDS = 60;

/**
 * A Redis that is away or hangs never keeps a request waiting: a command is answered at once or counts
 * as failed, and is never sent again, so that the memory counts in its place. One that is silent for a
 * second is left, so that the next commands fail without waiting, until it answers a new connection.
 */
const IMPATIENT = {
  commandTimeout: 200,
  socketTimeout: 1_000,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  // Commands that are under way when the connection breaks fail at once, and not after 20 new ones.
  maxRetriesPerRequest: 0,
};

/** A counted request: what the caller is told of its limit, and whether it is over it. */
export interface Counted {
  headers: Record<string, string>;
  /** `too_many_requests` with the seconds until the next request is taken; null = go on */
  refusal: Problem | null;
}

/** Counts requests per credential and venue; what a caller chooses never names a counter. */
export interface RateLimit {
  count(secretIndex: number, venueUuid: string | null): Promise<Counted>;
  close(): Promise<void>;
}

function createLimiter({ rateLimit, redisUrl }: Settings, redis: Redis | null) {
  const options = { points: rateLimit, duration: MINUTE_SECONDS };
  const memory = new RateLimiterMemory(options);
  if (!redis || redisUrl === '') return memory;
  return new RateLimiterRedis({
    ...options,
    storeClient: redis,
    keyPrefix: 'onefit',
    insuranceLimiter: memory,
  });
}

function refusalOf(state: RateLimiterRes): Problem {
  const retryAfter = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return new Problem('too_many_requests', { retryAfter });
}

/** In memory, or in Redis where several instances count together. */
export function createRateLimit(settings: Settings): RateLimit {
  const redis = settings.redisUrl === '' ? null : new Redis(settings.redisUrl, IMPATIENT);
  // Without a listener, a lost Redis would end the process; the memory counts on meanwhile.
  redis?.on('error', () => undefined);
  const limiter = createLimiter(settings, redis);
  return {
    async count(secretIndex, venueUuid) {
      const counted = await limiter
        .consume(`${secretIndex}:${venueUuid ?? 'none'}`)
        .then((state) => ({ state, over: false }))
        .catch((refused: unknown) => {
          if (refused instanceof RateLimiterRes) return { state: refused, over: true };
          throw refused;
        });
      return {
        headers: rateLimitHeaders({
          limit: settings.rateLimit,
          remaining: counted.state.remainingPoints,
          resetInMs: counted.state.msBeforeNext,
        }),
        refusal: counted.over ? refusalOf(counted.state) : null,
      };
    },
    async close() {
      redis?.disconnect();
    },
  };
}
