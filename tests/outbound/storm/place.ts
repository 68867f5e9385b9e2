import type { Doc } from '../../loop/staff';
import { createPartner } from '../../support/partner';
import type { Partner } from '../../support/partner';
import type { Prng } from '../../support/prng';
import type { Stage } from '../stage/stage';

/** What all storms of a wave share. */
export interface Town {
  /** the Company UUID */
  company: string;
  companyId: string;
  product: string;
  customers: string[];
  /** Onefit's support, past the sandbox, which goes on taking whatever comes */
  onefit: Partner;
}

/** One storm's venue, as it was made. */
export interface Place {
  venue: Doc & { uuid: string };
  /** activities that are offered to Onefit now and then, by document id */
  open: string[];
  /** an activity that nobody ever offers */
  closed: string;
}

const ZONES = ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
const CUSTOMERS = 8;
const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

/** A start some days ahead, on a quarter of an hour. */
export function someStart(now: Date, random: Prng): Date {
  const quarter = 15 * MINUTE;
  const from = Math.ceil((now.getTime() + 3 * DAY) / quarter) * quarter;
  return new Date(from + random.between(0, 17 * 96) * quarter);
}

/** A repetition in the venue's own time, from some day on. */
export function someRule(now: Date, random: Prng): string {
  const start = someStart(now, random);
  const local = start.toISOString().replace(/[-:]/g, '').slice(0, 15);
  const rule = random.pick([
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;COUNT=2',
    'FREQ=DAILY;INTERVAL=3;COUNT=4',
    'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=5',
  ]);
  return `DTSTART:${local}\nDURATION:PT${random.pick([45, 60, 90])}M\nRRULE:${rule}`;
}

/** Makes what all storms of a wave share, by the panel's own routes. */
export async function makeTown({ staff, venues, clock }: Stage): Promise<Town> {
  const [desk] = staff;
  const [first] = venues;
  if (!desk || !first) throw new Error('A stage has a venue process, with somebody at its desk.');
  const company = await desk.create<Doc & { uuid: string }>('company', { name: 'Storm B.V.' });
  const product = await desk.create('product', { name: '10-class card' });
  await desk.post('/onefit-aggregator/extension-order', { contactEmail: 'a@venue.example' });
  const customers: string[] = [];
  for (let number = 0; number < CUSTOMERS; number += 1) {
    const named = { firstName: 'Own', lastName: `No ${number}` };
    customers.push((await desk.create('customer', named)).documentId);
  }
  return {
    company: company.uuid,
    companyId: company.documentId,
    product: product.documentId,
    customers,
    onefit: createPartner(first.url, clock.now),
  };
}

/** Makes a storm's venue: linked, two activities that are offered, one that never is. */
export async function makePlace(stage: Stage, town: Town, random: Prng): Promise<Place> {
  const desk = random.pick(stage.staff);
  const now = stage.clock.now();
  const venue = await desk.create<Place['venue']>('venue', {
    name: 'Centrum',
    timeZone: random.pick(ZONES),
    company: town.companyId,
  });
  const companyId = town.company;
  await stage.sandbox.control('POST', '/links', { venueId: venue.uuid, companyId });
  const activity = async (name: string, more: object) =>
    (
      await desk.create('activity', {
        name,
        kind: random.pick(['class', 'training']),
        capacity: random.between(2, 20),
        venue: venue.documentId,
        ...more,
      })
    ).documentId;
  const limit = random.chance(0.5) ? random.between(1, 6) : null;
  const allowed = { aggregatorBookings: 'allowed', aggregatorSpotLimit: limit };
  const repeating = await activity('Yoga', { ...allowed, recurrenceRule: someRule(now, random) });
  const single = await activity('Zumba', allowed);
  const closed = await activity('Staff meeting', { recurrenceRule: someRule(now, random) });
  for (let made = 0; made < 2; made += 1) {
    const startsAt = someStart(now, random);
    const endsAt = new Date(startsAt.getTime() + 60 * MINUTE);
    await desk.create('appointment', { activity: single, startsAt, endsAt });
  }
  return { venue, open: [repeating, single], closed };
}
