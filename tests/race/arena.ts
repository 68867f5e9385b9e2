import type { Target } from './calls/requests';
import { openPanel } from '../support/panel';
import type { Panel } from '../support/panel';
import { createPartner } from '../support/partner';
import type { Prng } from '../support/prng';

/** An appointment that members fight over, as it began. */
export interface ArenaAppointment {
  documentId: string;
  capacity: number;
  /** for aggregators; null = none */
  limit: number | null;
  /** whose limit it follows; null = it has its own */
  follows: string | null;
}

/** A customer of the venue's own; some hold a member id of Onefit's as well. */
export interface ArenaCustomer {
  documentId: string;
  member: string | null;
}

/** The venue with those who know it: what all parts of a run have in common. */
export interface Ground {
  target: Target;
  panel: Panel;
  /** whose the activities are */
  venue: string;
  customers: ArenaCustomer[];
}

/** What one part of a run starts from. */
export interface Arena {
  /** its number: it stands in the ids of all that is asked for in it */
  part: number;
  target: Target;
  /** in the order in which they are fought over */
  appointments: ArenaAppointment[];
  customers: ArenaCustomer[];
  /** whose spot limit is changed for all of its appointments at once */
  activity: string;
}

const MINUTE = 60_000;
const CUSTOMERS = 40;
/** Of these, how many can also come through Onefit. */
const MEMBERS_AMONG_THEM = 16;
/** Near enough for Onefit's check-in (30 minutes before), far enough to outlast a part of a run. */
const STARTS_IN_MINUTES = 28;
/** Every so-manieth appointment follows the limit of its activity. */
const FOLLOWER = 4;
const AT_ONCE = 4;

/** Makes all of a list, a few at once, in its order. */
async function makeAll<Item, Made>(
  items: Item[],
  one: (item: Item) => Promise<Made>,
): Promise<Made[]> {
  const made: Made[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    made.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(one))));
  }
  return made;
}

async function makeCustomers(panel: Panel): Promise<ArenaCustomer[]> {
  const numbers = Array.from({ length: CUSTOMERS }, (_, number) => number);
  return makeAll(numbers, async (number) => {
    const customer = await panel.make('customer', { firstName: 'Own', lastName: `No ${number}` });
    const documentId = String(customer.documentId);
    if (number >= MEMBERS_AMONG_THEM) return { documentId, member: null };
    const member = `own-${number}`;
    await panel.make('customer-aggregator-id', {
      customer: documentId,
      aggregator: 'onefit',
      externalId: member,
    });
    return { documentId, member };
  });
}

function makeAppointments(
  panel: Panel,
  count: number,
  activities: { own: string; followed: string; limit: number },
  random: Prng,
): Promise<ArenaAppointment[]> {
  const startsAt = new Date(Date.now() + STARTS_IN_MINUTES * MINUTE);
  const planned = Array.from({ length: count }, (_, index) => {
    const capacity = random.between(1, 8);
    return index % FOLLOWER === 0
      ? { capacity, limit: activities.limit, follows: activities.followed }
      : { capacity, limit: random.chance(0.5) ? random.between(1, 5) : null, follows: null };
  });
  return makeAll(planned, async ({ capacity, limit, follows }) => {
    const made = await panel.make('appointment', {
      activity: follows ?? activities.own,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 60 * MINUTE).toISOString(),
      capacity,
      ...(follows === null ? { aggregatorBookings: 'allowed', aggregatorSpotLimit: limit } : {}),
    });
    return { documentId: String(made.documentId), capacity, limit, follows };
  });
}

/** How Onefit's support links the venue, by the ids that staff send to it. */
export type Linking = (venue: string, company: string) => Promise<void>;

/** Links by the partner API itself, where no sandbox stands for Onefit. */
function byPartner(url: string, secret: string): Linking {
  const onefit = createPartner(url, () => new Date(), secret);
  return async (venue, company) => {
    const { status } = await onefit.link(venue, company);
    if (status !== 200) throw new Error(`The venue could not be linked: ${status}.`);
  };
}

/**
 * Makes the venue that is fought over, by the routes that staff and Onefit use themselves: an
 * administrator, company, venue, link, customers.
 *
 * @param urls of the server processes
 */
export async function makeGround(
  urls: string[],
  secret: string,
  link = byPartner(urls[0] ?? '', secret),
): Promise<Ground> {
  const [url = ''] = urls;
  const panel = await openPanel(url);
  const company = await panel.make('company', { name: 'Studio Noord B.V.' });
  const venue = await panel.make('venue', {
    name: 'Centrum',
    timeZone: 'Europe/Amsterdam',
    company: company.documentId,
  });
  const product = await panel.make('product', { name: '10-class card' });
  await panel.call('POST', '/onefit-aggregator/extension-order', { contactEmail: 'a@b.example' });
  await link(String(venue.uuid), String(company.uuid));
  return {
    panel,
    venue: String(venue.documentId),
    target: {
      urls,
      venue: String(venue.uuid),
      secret,
      token: panel.token,
      product: String(product.documentId),
    },
    customers: await makeCustomers(panel),
  };
}

/**
 * Makes the activities and appointments of one part of a run.
 *
 * @param part its number
 * @param appointments how many
 */
export async function makePart(
  { target, panel, venue, customers }: Ground,
  part: number,
  appointments: number,
  random: Prng,
): Promise<Arena> {
  const activity = {
    kind: 'class',
    venue,
    aggregatorBookings: 'allowed',
    bookingClosesMinutes: 0,
  };
  const limit = random.between(1, 5);
  const own = await panel.make('activity', { ...activity, name: `Zumba ${part}` });
  const followed = await panel.make('activity', {
    ...activity,
    name: `Yoga ${part}`,
    aggregatorSpotLimit: limit,
  });
  const activities = {
    own: String(own.documentId),
    followed: String(followed.documentId),
    limit,
  };
  return {
    part,
    target,
    customers,
    appointments: await makeAppointments(panel, appointments, activities, random),
    activity: activities.followed,
  };
}

/** A venue with one part, for those who need no more. */
export async function makeArena(
  urls: string[],
  secret: string,
  appointments: number,
  random: Prng,
  link?: Linking,
): Promise<Arena> {
  return makePart(await makeGround(urls, secret, link), 1, appointments, random);
}
