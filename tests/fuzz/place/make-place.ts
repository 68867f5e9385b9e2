import { openPanel } from '../../support/panel';
import type { MadeDocument, Panel } from '../../support/panel';
import { createPartner, member } from '../../support/partner';
import type { Partner } from '../../support/partner';
import { contentManager } from '../../support/staff';
import type { Known } from '../requests/known';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Enough that Onefit's check-in (30 minutes before) is open, and stays so for the whole run. */
const SOON = 25 * MINUTE;

interface Site {
  venue: MadeDocument;
  company: MadeDocument;
}

/** Makes appointments of one activity. */
interface Schedule {
  appointment(startsInMs: number, fields?: object): Promise<string>;
}

async function makeSite(panel: Panel, name: string, company: MadeDocument): Promise<Site> {
  const venue = await panel.make('venue', {
    name,
    timeZone: 'Europe/Amsterdam',
    company: company.documentId,
  });
  return { venue, company };
}

async function scheduleOf(panel: Panel, site: Site, fields: object = {}): Promise<Schedule> {
  const activity = await panel.make('activity', {
    name: 'Zumba',
    kind: 'class',
    capacity: 10_000,
    aggregatorBookings: 'allowed',
    bookingClosesMinutes: 15,
    venue: site.venue.documentId,
    ...fields,
  });
  return {
    async appointment(startsInMs, overrides = {}) {
      const startsAt = new Date(Date.now() + startsInMs);
      const made = await panel.make('appointment', {
        activity: activity.documentId,
        startsAt: startsAt.toISOString(),
        endsAt: new Date(startsAt.getTime() + 60 * MINUTE).toISOString(),
        ...overrides,
      });
      return made.documentId;
    },
  };
}

/** Sessions in all states, and those that bookings are made in. */
interface Sessions {
  soon: string;
  tomorrow: string;
  elsewhere: string;
  all: string[];
}

/** One session in each state that a request can meet. */
async function makeSessions(panel: Panel, site: Site, other: Site): Promise<Sessions> {
  const open = await scheduleOf(panel, site);
  const closed = await scheduleOf(panel, site, { aggregatorBookings: 'not_allowed' });
  const abroad = await scheduleOf(panel, other);
  const soon = await open.appointment(SOON);
  const tomorrow = await open.appointment(DAY);
  const elsewhere = await abroad.appointment(DAY);
  const cancelled = await open.appointment(3 * DAY);
  const withdrawn = await open.appointment(3 * DAY);
  const deleted = await open.appointment(3 * DAY);
  const others = [
    await open.appointment(2 * DAY),
    await open.appointment(200 * DAY),
    await open.appointment(DAY, { capacity: 1 }),
    await open.appointment(DAY, { capacity: 3 }),
    await open.appointment(DAY, {
      capacity: 50,
      aggregatorBookings: 'allowed',
      aggregatorSpotLimit: 2,
    }),
    await open.appointment(DAY, { capacity: 0 }),
    // Too near to be booked.
    await open.appointment(10 * MINUTE),
    // Never offered.
    await closed.appointment(DAY),
  ];
  await panel.call('POST', `/front-desk/appointments/${cancelled}/cancel`, {
    reason: 'The teacher is ill',
    confirm: true,
  });
  await panel.call('PUT', contentManager('appointment', withdrawn), {
    aggregatorBookings: 'not_allowed',
  });
  await panel.call('DELETE', contentManager('appointment', deleted));
  const all = [soon, tomorrow, elsewhere, cancelled, withdrawn, deleted, ...others];
  return { soon, tomorrow, elsewhere, all };
}

/** A customer of the venue's own, with an Onefit ID, who has a place by way of the front desk. */
async function makeOwnCustomer(panel: Panel, appointment: string): Promise<string> {
  const product = await panel.make('product', { name: '10-class card' });
  const customer = await panel.make('customer', { firstName: 'Own', lastName: 'Customer' });
  const externalId = 'of-own';
  await panel.make('customer-aggregator-id', {
    customer: customer.documentId,
    aggregator: 'onefit',
    externalId,
  });
  await panel.call('POST', `/front-desk/appointments/${appointment}/bookings`, {
    customer: customer.documentId,
    product: product.documentId,
  });
  return externalId;
}

/** One booking in each state, here and in the other venue. */
async function makeBookings(
  onefit: Partner,
  here: string,
  there: string,
  { soon, tomorrow, elsewhere }: Sessions,
): Promise<string[]> {
  const book = async (venue: string, id: string, session: string) => {
    const { status } = await onefit.book(venue, id, session, member(`of-${id}`));
    if (status !== 201) throw new Error(`The booking ${id} was answered with ${status}.`);
  };
  const confirmed = ['soon-1', 'soon-2', 'tomorrow-1', 'tomorrow-2'];
  for (const id of confirmed) await book(here, id, id.startsWith('soon') ? soon : tomorrow);
  const checkedIn = ['in-1', 'in-2', 'in-3'];
  for (const id of checkedIn) {
    await book(here, id, soon);
    await onefit.checkIn(here, id);
  }
  await book(here, 'cancelled', tomorrow);
  await onefit.cancel(here, 'cancelled');
  await book(here, 'late', tomorrow);
  await onefit.cancel(here, 'late', true);
  await onefit.cancel(here, 'never-came');
  await book(there, 'elsewhere', elsewhere);
  return [...confirmed, ...checkedIn, 'cancelled', 'late', 'never-came', 'elsewhere'];
}

/** Cursors of both lists of a venue. */
async function cursorsOf(onefit: Partner, venue: string): Promise<Known['cursors']> {
  const pages = [1, 2].map((limit) => `?limit=${limit}`);
  const sessions = await Promise.all(pages.map((query) => onefit.sessions(venue, query)));
  const bookings = await Promise.all(pages.map((query) => onefit.bookings(venue, query)));
  const given = (lists: typeof sessions | typeof bookings) =>
    lists.map(({ body }) => body.nextCursor).filter((cursor) => cursor !== null);
  return { listSessions: given(sessions), listBookings: given(bookings) };
}

const NOBODYS_VENUE = '00000000-0000-4000-8000-000000000000';

/**
 * Fills a venue by the routes that staff and Onefit use themselves: companies, venues in every
 * state of their link, sessions and bookings in every state.
 */
export async function makePlace(url: string): Promise<Known> {
  const panel = await openPanel(url);
  const company = await panel.make('company', { name: 'Studio Noord B.V.' });
  const stranger = await panel.make('company', { name: 'Studio Zuid B.V.' });
  const site = await makeSite(panel, 'Centrum', company);
  const other = await makeSite(panel, 'Zuid', stranger);
  const unlinked = await makeSite(panel, 'West', company);
  const movable = await makeSite(panel, 'Oost', company);
  await panel.call('POST', '/onefit-aggregator/extension-order', { contactEmail: 'a@b.example' });
  const onefit = createPartner(url, () => new Date());
  for (const { venue, company: owner } of [site, other, movable]) {
    const linked = await onefit.link(venue.uuid ?? '', owner.uuid ?? '');
    if (linked.status !== 200) throw new Error(`A venue could not be linked: ${linked.status}.`);
  }
  const sessions = await makeSessions(panel, site, other);
  const [here, there] = [site.venue.uuid ?? '', other.venue.uuid ?? ''];
  const bookings = await makeBookings(onefit, here, there, sessions);
  const ofMovable = movable.venue.uuid ?? '';
  return {
    round: 0,
    venue: here,
    venues: [there, unlinked.venue.uuid ?? '', ofMovable, NOBODYS_VENUE],
    movable: { venue: ofMovable, company: company.uuid ?? '' },
    companies: [company.uuid ?? '', stranger.uuid ?? '', NOBODYS_VENUE],
    open: [sessions.soon, sessions.tomorrow],
    sessions: sessions.all,
    bookings,
    members: [...bookings.map((id) => `of-${id}`), await makeOwnCustomer(panel, sessions.tomorrow)],
    cursors: await cursorsOf(onefit, here),
    madeAt: new Date(),
  };
}
