import { makeActivity, makeAppointment } from '../support/content';
import type { Doc } from '../support/content';
import { bookOwn } from '../support/own-place';
import { contentManager } from '../support/staff';
import { statementsOf } from '../support/statements';
import { staffSuite } from '../support/staff-suite';

const suite = staffSuite('studio-manager', '2026-11-24T12:00:00Z');
let appointment: Doc;

beforeEach(async () => {
  const activity = await makeActivity(suite.venue.strapi, suite.place);
  appointment = await makeAppointment(suite.venue, activity);
});

interface Booking {
  documentId: string;
  title: string | null;
}

async function list(): Promise<Booking[]> {
  const answer = await suite.staff.get(`${contentManager('booking')}?pageSize=100`).expect(200);
  return (answer.body as { results: Booking[] }).results;
}

async function open(booking: Booking | undefined): Promise<Booking> {
  const address = contentManager('booking', booking?.documentId);
  return ((await suite.staff.get(address).expect(200)).body as { data: Booking }).data;
}

describe('the title of a booking', () => {
  it('is its customer and its appointment, in a list and when it is opened', async () => {
    await bookOwn(suite.venue.strapi, appointment, { firstName: 'Zoë', lastName: 'Jansen' });
    const [booking] = await list();
    expect(booking?.title).toBe('Zoë Jansen · Zumba · 2026-11-25 13:00');
    expect((await open(booking)).title).toBe(booking?.title);
  });

  it('costs a list the same number of statements, however many bookings it has', async () => {
    await bookOwn(suite.venue.strapi, appointment);
    const one = await statementsOf(suite.venue, list);
    await bookOwn(suite.venue.strapi, appointment);
    await bookOwn(suite.venue.strapi, appointment);
    const three = await statementsOf(suite.venue, list);
    expect(three.result).toHaveLength(3);
    expect(three.statements.length).toBe(one.statements.length);
  });

  it('is stored nowhere, and forgets a customer who is erased', async () => {
    const { documentId } = await bookOwn(suite.venue.strapi, appointment, { lastName: 'Canary' });
    const [booking] = await list();
    expect(booking?.title).toContain('Canary');
    const stored: unknown = await suite.venue.strapi.db.connection('bookings').first('title');
    expect(stored).toEqual({ title: null });
    await suite.staff
      .post(`/front-desk/customers/${documentId}/erase`, { confirm: true })
      .expect(204);
    expect((await open(booking)).title).toBe('Erased customer · Zumba · 2026-11-25 13:00');
  });

  it('is entered by nobody', async () => {
    await bookOwn(suite.venue.strapi, appointment);
    const [booking] = await list();
    const address = contentManager('booking', booking?.documentId);
    await suite.staff.put(address, { title: 'Mine' }).expect(200);
    const stored: unknown = await suite.venue.strapi.db.connection('bookings').first('title');
    expect(stored).toEqual({ title: null });
  });
});
