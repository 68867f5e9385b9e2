import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { makePlace } from '../support/content';
import { startFakeRedis } from '../support/fake-redis';
import type { FakeRedis } from '../support/fake-redis';
import { extensionOrders, outcome } from '../support/linked';
import { createPartner } from '../support/partner';
import type { Partner, PartnerAnswer } from '../support/partner';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { writingNothing } from '../support/table-dump';
import { startVenueProcess } from '../support/venue-process';
import type { VenueProcess } from '../support/venue-process';
import { until } from '../support/wait';

const LIMIT = 5;
const REDIS_URL = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

let venue: RunningVenue;
let onefit: Partner;
let venues: { first: string; second: string; third: string; shared: string };

beforeAll(async () => {
  venue = await startVenue({ ONEFIT_RATE_LIMIT: String(LIMIT), ONEFIT_SECRET: 'new,old' });
  onefit = createPartner(venue.url, venue.clock.now, 'new');
  await extensionOrders(venue).order();
  const uuid = async () => (await makePlace(venue.strapi)).venue.uuid;
  venues = {
    first: await uuid(),
    second: await uuid(),
    third: await uuid(),
    shared: await uuid(),
  };
}, 60_000);

afterAll(() => venue.stop());

/** Reads a venue. */
function ask(uuid: string, partner = onefit, secret = 'new'): Promise<PartnerAnswer> {
  return partner.call('GET', `/venues/${uuid}`, undefined, { secret });
}

function left({ headers }: PartnerAnswer): number {
  return Number(headers.get('RateLimit-Remaining') ?? 'NaN');
}

describe('five requests a minute', () => {
  it('are taken, each saying how many are left; then 429 says when to come again', async () => {
    for (const remaining of [4, 3, 2]) {
      const answer = await ask(venues.first);
      expect([answer.status, left(answer)]).toEqual([200, remaining]);
    }
    // A refusal counts as well.
    const refused = await onefit.call('GET', `/venues/${venues.first}/sessions?x=1`);
    expect([refused.status, left(refused)]).toEqual([400, 1]);
    expect(left(await ask(venues.first))).toBe(0);
    const over = await writingNothing(venue.strapi, () => onefit.link(venues.first, randomUUID()));
    expect(outcome(over)).toBe('429 too_many_requests');
    expect(over.headers.get('RateLimit-Limit')).toBe(String(LIMIT));
    expect(left(over)).toBe(0);
    const wait = Number(over.headers.get('Retry-After'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(over.headers.get('RateLimit-Reset')).toBe(String(wait));
  });

  it('are counted for each venue and each secret by itself', async () => {
    expect(outcome(await ask(venues.first))).toBe('429 too_many_requests');
    expect(left(await ask(venues.first, onefit, 'old'))).toBe(LIMIT - 1);
    expect(left(await ask(venues.second))).toBe(LIMIT - 1);
  });

  it('are counted in the same place in whichever case the venue is written', async () => {
    expect(left(await ask(venues.second.toUpperCase()))).toBe(LIMIT - 2);
    expect(left(await ask(venues.second.replace('-', '%2D')))).toBe(LIMIT - 3);
  });

  it('cannot be stretched by invented venues and addresses: those share one count', async () => {
    const invented = ['7', '%ZZ', '__proto__', randomUUID()].map((id) => ask(id));
    expect((await Promise.all(invented)).map(left).sort()).toEqual([1, 2, 3, 4]);
    expect(left(await onefit.call('POST', '/nothing', {}))).toBe(0);
    expect(outcome(await ask(randomUUID()))).toBe('429 too_many_requests');
    expect(outcome(await onefit.call('DELETE', '/health'))).toBe('429 too_many_requests');
    expect(left(await ask(venues.third))).toBe(LIMIT - 1);
  });

  it('cannot be used up by somebody without the secret', async () => {
    for (let count = 0; count < 2 * LIMIT; count += 1) {
      const forged = await ask(venues.third, onefit, 'forged');
      expect([forged.status, left(forged)]).toEqual([401, NaN]);
    }
    expect(left(await ask(venues.third))).toBe(LIMIT - 2);
  });

  it('do not hold for the unsigned calls', async () => {
    for (let count = 0; count < 2 * LIMIT; count += 1) {
      expect((await onefit.call('GET', '/health')).status).toBe(200);
    }
  });
});

/** Looked at before the tests are named, so that what cannot run shows as skipped. */
function redisAnswers(): boolean {
  const { hostname, port } = new URL(REDIS_URL);
  const probe = `require('net').connect(${Number(port || 6379)}, '${hostname}')
    .on('connect', () => process.exit(0)).on('error', () => process.exit(1))`;
  return spawnSync(process.execPath, ['-e', probe], { timeout: 5_000 }).status === 0;
}

const redisIsThere = Boolean(process.env.CI) || redisAnswers();
if (!redisIsThere) {
  console.warn(`SKIPPED: no Redis at ${REDIS_URL}. Start one, or set TEST_REDIS_URL.`);
}

describe('several instances', () => {
  const processes: VenueProcess[] = [];
  const fakes: FakeRedis[] = [];

  afterEach(async () => {
    await Promise.all(processes.splice(0).map((instance) => instance.stop()));
    await Promise.all(fakes.splice(0).map((redis) => redis.goAway()));
  });

  async function start(redisUrl: string, limit = LIMIT): Promise<Partner> {
    const instance = await startVenueProcess(venue.database, {
      ONEFIT_SECRET: 'new',
      ONEFIT_RATE_LIMIT: String(limit),
      REDIS_URL: redisUrl,
    });
    processes.push(instance);
    return createPartner(instance.url, venue.clock.now, 'new');
  }

  (redisIsThere ? it : it.skip)(
    'count together in Redis',
    async () => {
      const [one, two] = [await start(REDIS_URL), await start(REDIS_URL)];
      const remaining: number[] = [];
      for (const instance of [one, two, two, one, two]) {
        remaining.push(left(await ask(venues.shared, instance)));
      }
      expect(remaining).toEqual([4, 3, 2, 1, 0]);
      expect(outcome(await ask(venues.shared, one))).toBe('429 too_many_requests');
      expect(outcome(await ask(venues.shared, two))).toBe('429 too_many_requests');
    },
    120_000,
  );

  it('go on, each counting for itself, while Redis is away', async () => {
    const alone = await start('redis://127.0.0.1:9');
    expect([left(await ask(venues.shared, alone)), left(await ask(venues.shared, alone))]).toEqual([
      4, 3,
    ]);
  }, 120_000);

  const MANY = 1_000_000;
  const SOON_MS = 1_500;

  async function fakeRedis(): Promise<FakeRedis> {
    const redis = await startFakeRedis();
    fakes.push(redis);
    return redis;
  }

  /** Reads the venue, which must be answered soon. */
  async function askSoon(instance: Partner): Promise<void> {
    const began = performance.now();
    const { status } = await ask(venues.shared, instance);
    expect([status, performance.now() - began < SOON_MS]).toEqual([200, true]);
  }

  function countingIn(redis: FakeRedis, instance: Partner): Promise<true> {
    const before = redis.counted();
    return until('Redis to count', async () => {
      await ask(venues.shared, instance);
      return redis.counted() > before;
    });
  }

  it('are answered as soon while Redis hangs, and leave it until it answers again', async () => {
    const redis = await fakeRedis();
    redis.fallSilent();
    const instance = await start(redis.url, MANY);
    // The first answer takes its time to be held against the document, and asks Redis nothing.
    await instance.call('GET', '/health');
    await askSoon(instance);
    redis.speak();
    await countingIn(redis, instance);
    const before = redis.connections();
    redis.fallSilent();
    for (let times = 0; times < 3; times += 1) await askSoon(instance);
    await until('the silent connection to be left', () => redis.connections() > before);
    await askSoon(instance);
    redis.speak();
    await countingIn(redis, instance);
  }, 120_000);

  it('are answered as soon when Redis breaks off while it is asked', async () => {
    const redis = await fakeRedis();
    const instance = await start(redis.url, MANY);
    await countingIn(redis, instance);
    redis.fallSilent();
    const asked = askSoon(instance);
    await until('Redis to be asked', () => redis.unanswered() > 0);
    await redis.goAway();
    await asked;
    await askSoon(instance);
  }, 120_000);
});
