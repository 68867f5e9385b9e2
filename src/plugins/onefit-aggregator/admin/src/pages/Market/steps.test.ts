import type { Market } from '../../api/market';
import { stepsOf } from './steps';

const AT = '2026-11-22T17:02:00.000Z';

const fresh: Market = {
  state: 'not_ordered',
  order: null,
  endedAt: null,
  venues: [
    {
      documentId: 'v-1',
      name: 'Centrum',
      uuid: '3f0c1a52-6a3e-4a53-9d0c-0d5f8f1f7a11',
      timeZone: 'Europe/Amsterdam',
      companyName: null,
      companyUuid: null,
      linkedAt: null,
    },
  ],
  steps: { activityAllowed: false, sessionOnOnefit: false, firstBookingAt: null },
};

const order = {
  contactEmail: 'a@b.example',
  orderedAt: AT,
  orderedBy: '1',
  orderedByName: 'Sam Manager',
  confirmationSentAt: AT,
  confirmationError: null,
  idsCopiedAt: null,
};

const done = (market: Market) =>
  stepsOf(market)
    .filter((step) => step.done)
    .map(({ step }) => step);

describe('the way to the first booking', () => {
  it('is wholly to do at first, in the order of the work', () => {
    expect(done(fresh)).toEqual([]);
    expect(stepsOf(fresh).map(({ step }) => step)).toEqual([
      'ordered',
      'allowed',
      'idsSent',
      'linked',
      'firstSession',
      'firstBooking',
    ]);
  });

  it('ticks what was done, with the moment where it is known', () => {
    const market = { ...fresh, order: { ...order, idsCopiedAt: AT } };
    expect(done(market)).toEqual(['ordered', 'idsSent']);
    expect(stepsOf(market)[2]?.at).toBe(AT);
  });

  it('takes the IDs for sent once Onefit has linked a venue', () => {
    const venues = fresh.venues.map((venue) => ({ ...venue, linkedAt: AT }));
    expect(done({ ...fresh, order, venues })).toEqual(['ordered', 'idsSent', 'linked']);
  });

  it('ends with the first booking', () => {
    const steps = { activityAllowed: true, sessionOnOnefit: true, firstBookingAt: AT };
    expect(done({ ...fresh, order, steps })).toContain('firstBooking');
  });
});
