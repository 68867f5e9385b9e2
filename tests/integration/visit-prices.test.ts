import { codeOf } from '../support/refused';
import type { Refused } from '../support/refused';
import { staffSuite } from '../support/staff-suite';

const ROUTE = '/onefit-aggregator/visit-prices';

const suite = staffSuite('studio-manager', '2026-11-09T12:00:00Z');

const price = (rest: object = {}) => ({
  venue: suite.place.venue.documentId,
  validFrom: '2026-11',
  priceCents: 833,
  ...rest,
});

describe('the price of a visit', () => {
  it('can be corrected while its month is open', async () => {
    await suite.staff.put(ROUTE, price()).expect(200);
    const corrected = await suite.staff.put(ROUTE, price({ priceCents: 900 })).expect(200);
    expect((corrected.body as { prices: object[] }).prices).toEqual([
      { validFrom: '2026-11', priceCents: 900, vatBasisPoints: 900 },
    ]);
    const read = await suite.staff
      .get(`${ROUTE}?venue=${suite.place.venue.documentId}`)
      .expect(200);
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
    const refused = suite.staff.put(ROUTE, price(rest));
    expect(await codeOf(refused)).toBe('invalid_request');
    const prices = await suite.venue.strapi.db.connection('onefit_visit_prices').select('*');
    expect(prices).toEqual([]);
  });
});

it('is not taken with a field that there is not', async () => {
  const answer = await suite.staff.put(ROUTE, price({ currency: 'EUR' }));
  expect(answer.status).toBe(400);
  expect((answer.body as Refused).error.message).toContain('currency');
});
