import { connectTo } from './calls/http';
import { byStaff } from './calls/requests';
import type { Target, WireRequest } from './calls/requests';
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

/** What a run starts from. */
export interface Arena {
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
/** Near enough for Onefit's check-in (30 minutes before), far enough to outlast the run. */
const STARTS_IN_MINUTES = 28;
/** Every so-manieth appointment follows the limit of its activity. */
const FOLLOWER = 4;
const AT_ONCE = 4;

type Staff = (method: WireRequest['method'], path: string, body?: object) => Promise<unknown>;

/** The first administrator, as the panel's first screen makes them. */
async function registerAdministrator(url: string): Promise<string> {
  const response = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      email: 'race@venue.example',
      firstname: 'Race',
      lastname: 'Desk',
      password: 'Race-password-1',
    }),
  });
  const body = (await response.json()) as { data?: { token?: string } };
  const token = body.data?.token;
  if (!token) throw new Error(`No administrator could be registered: ${response.status}.`);
  return token;
}

function createStaff(url: string, token: string) {
  const connection = connectTo(url);
  const staff: Staff = async (method, path, body) => {
    const { reply, lost } = await connection.send(byStaff({ token }, method, path, body));
    if (!reply || reply.status >= 300) {
      throw new Error(
        `Setting the venue up: ${method} ${path} gave ${reply?.status ?? lost}: ${JSON.stringify(reply?.body)}`,
      );
    }
    return reply.body;
  };
  return { staff, close: connection.close };
}

async function make(staff: Staff, type: string, data: object): Promise<Record<string, string>> {
  const path = `/content-manager/collection-types/api::${type}.${type}`;
  return ((await staff('POST', path, data)) as { data: Record<string, string> }).data;
}

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

async function makeCustomers(staff: Staff): Promise<ArenaCustomer[]> {
  const numbers = Array.from({ length: CUSTOMERS }, (_, number) => number);
  return makeAll(numbers, async (number) => {
    const customer = await make(staff, 'customer', { firstName: 'Own', lastName: `No ${number}` });
    const documentId = String(customer.documentId);
    if (number >= MEMBERS_AMONG_THEM) return { documentId, member: null };
    const member = `own-${number}`;
    await make(staff, 'customer-aggregator-id', {
      customer: documentId,
      aggregator: 'onefit',
      externalId: member,
    });
    return { documentId, member };
  });
}

function makeAppointments(
  staff: Staff,
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
    const made = await make(staff, 'appointment', {
      activity: follows ?? activities.own,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 60 * MINUTE).toISOString(),
      capacity,
      ...(follows === null ? { aggregatorBookings: 'allowed', aggregatorSpotLimit: limit } : {}),
    });
    return { documentId: String(made.documentId), capacity, limit, follows };
  });
}

/**
 * Makes the venue that is fought over, by the routes that staff and Onefit use themselves: an
 * administrator, company, venue, link, activities, appointments, customers.
 *
 * @param urls of the server processes
 * @param appointments how many
 */
export async function makeArena(
  urls: string[],
  secret: string,
  appointments: number,
  random: Prng,
): Promise<Arena> {
  const [url = ''] = urls;
  const token = await registerAdministrator(url);
  const { staff, close } = createStaff(url, token);
  try {
    const company = await make(staff, 'company', { name: 'Studio Noord B.V.' });
    const venue = await make(staff, 'venue', {
      name: 'Centrum',
      timeZone: 'Europe/Amsterdam',
      company: company.documentId,
    });
    const product = await make(staff, 'product', { name: '10-class card' });
    await staff('POST', '/onefit-aggregator/extension-order', { contactEmail: 'a@b.example' });
    const onefit = createPartner(url, () => new Date(), secret);
    const linked = await onefit.link(String(venue.uuid), String(company.uuid));
    if (linked.status !== 200) throw new Error(`The venue could not be linked: ${linked.status}.`);
    const activity = {
      kind: 'class',
      venue: venue.documentId,
      aggregatorBookings: 'allowed',
      bookingClosesMinutes: 0,
    };
    const limit = random.between(1, 5);
    const own = await make(staff, 'activity', { ...activity, name: 'Zumba' });
    const followed = await make(staff, 'activity', {
      ...activity,
      name: 'Yoga',
      aggregatorSpotLimit: limit,
    });
    const activities = {
      own: String(own.documentId),
      followed: String(followed.documentId),
      limit,
    };
    return {
      target: {
        urls,
        venue: String(venue.uuid),
        secret,
        token,
        product: String(product.documentId),
      },
      appointments: await makeAppointments(staff, appointments, activities, random),
      customers: await makeCustomers(staff),
      activity: activities.followed,
    };
  } finally {
    close();
  }
}
