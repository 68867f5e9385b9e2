import { emptyTables, makePlace } from '../support/content';
import type { Place } from '../support/content';
import { codeOf } from '../support/refused';
import type { Refused } from '../support/refused';
import { signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

const ROUTE = '/onefit-aggregator/visit-prices';

let venue: RunningVenue;
let manager: Staff;
let place: Place;

beforeAll(async () => {
  venue = await startVenue();
  manager = await signInStaff(venue, 'studio-manager');
}, 60_000);

afterAll(() => venue.stop());

beforeEach(async () => {
  await emptyTables(venue.strapi);
  venue.clock.set('2026-11-09T12:00:00Z');
  place = await makePlace(venue.strapi);
});

const price = (rest: object = {}) => ({
  venue: place.venue.documentId,
  validFrom: '2026-11',
  priceCents: 833,
  ...rest,
});

describe('the price of a visit', () => {
  it('can be corrected while its month is open', async () => {
    await manager.put(ROUTE, price()).expect(200);
    const corrected = await manager.put(ROUTE, price({ priceCents: 900 })).expect(200);
    expect((corrected.body as { prices: object[] }).prices).toEqual([
      { validFrom: '2026-11', priceCents: 900, vatBasisPoints: 900 },
    ]);
    const read = await manager.get(`${ROUTE}?venue=${place.venue.documentId}`).expect(200);
    expect(read.body).toEqual(corrected.body);
  });

  it.each([
    [{ priceCents: 8.33 }],
    [{ priceCents: -1 }],
    [{ priceCents: 1_000_001 }],
    [{ priceCents: '833' }],
    [{ vatBasisPoints: 10_001 }],
    [{ vatBasisPoints: 9.5 }],
    [{ validFrom: '2026-13' }],
    [{ validFrom: 'November' }],
  ])('is refused as %j, in words', async (rest) => {
    const refused = manager.put(ROUTE, price(rest));
    expect(await codeOf(refused)).toBe('invalid_request');
    const prices = await venue.strapi.db.connection('onefit_visit_prices').select('*');
    expect(prices).toEqual([]);
  });
});

it('is not taken with a field that there is not', async () => {
  const answer = await manager.put(ROUTE, price({ currency: 'EUR' }));
  expect(answer.status).toBe(400);
  expect((answer.body as Refused).error.message).toContain('currency');
});
