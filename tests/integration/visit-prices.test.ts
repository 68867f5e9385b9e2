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

/** The price that a month's report is worked out with, in cents, and the one that follows it. */
async function pricesIn(month: string) {
  const { documentId } = suite.place.venue;
  const answer = await suite.staff
    .get(`/onefit-aggregator/month-report?venue=${documentId}&month=${month}`)
    .expect(200);
  const { price: held, priceAhead } = answer.body as {
    price: { priceCents: number } | null;
    priceAhead: object | null;
  };
  return { price: held?.priceCents, priceAhead };
}

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

  it('can be entered ahead, and is told in the report of the month before until that is final', async () => {
    await suite.staff.put(ROUTE, price()).expect(200);
    await suite.staff.put(ROUTE, price({ validFrom: '2026-12', priceCents: 975 })).expect(200);
    const ahead = { validFrom: '2026-12', priceCents: 975, vatBasisPoints: 900 };
    expect(await pricesIn('2026-11')).toEqual({ price: 833, priceAhead: ahead });
    expect(await pricesIn('2026-12')).toEqual({ price: 975, priceAhead: null });
    expect(await pricesIn('2026-10')).toEqual({ price: undefined, priceAhead: null });
    suite.venue.clock.set('2026-12-05T12:00:00Z');
    expect(await pricesIn('2026-11')).toEqual({ price: 833, priceAhead: null });
  });

  it('of a final month can be entered once, where there was none', async () => {
    suite.venue.clock.set('2026-12-05T12:00:00Z');
    await suite.staff.put(ROUTE, price()).expect(200);
    expect(await codeOf(suite.staff.put(ROUTE, price({ priceCents: 900 })))).toBe('month_final');
    expect(await pricesIn('2026-11')).toMatchObject({ price: 833 });
    // The month that is still open may go on from there with another one.
    await suite.staff.put(ROUTE, price({ validFrom: '2026-12', priceCents: 900 })).expect(200);
    expect(await pricesIn('2026-12')).toMatchObject({ price: 900 });
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
