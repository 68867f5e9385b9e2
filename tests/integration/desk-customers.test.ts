import { emptyTables, makeCustomer } from '../support/content';
import type { Doc } from '../support/content';
import { codeOf } from '../support/refused';
import { signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { writingNothing } from '../support/table-dump';

let venue: RunningVenue;
let staff: Staff;

beforeAll(async () => {
  venue = await startVenue();
  staff = await signInStaff(venue);
}, 60_000);

afterAll(() => venue.stop());

beforeEach(() => emptyTables(venue.strapi));

const ROUTE = '/front-desk/customers';

async function search(typed: string): Promise<string[]> {
  const answer = await staff.get(`${ROUTE}?search=${encodeURIComponent(typed)}`).expect(200);
  const { customers } = answer.body as { customers: Array<{ firstName: string }> };
  return customers.map(({ firstName }) => firstName);
}

describe('a customer who is new at the desk', () => {
  it('gets a profile with what was entered, trimmed, and is found at once', async () => {
    const answer = await staff
      .post(ROUTE, {
        firstName: ' Zoë ',
        lastName: 'Nieuw',
        email: 'zoe@x.example',
        phone: '+31 6 12345678',
        language: 'nl',
      })
      .expect(201);
    const { documentId } = answer.body as Doc;
    const kept = await venue.strapi
      .documents('api::customer.customer')
      .findOne({ documentId, populate: '*' });
    expect(kept).toMatchObject({
      firstName: 'Zoë',
      lastName: 'Nieuw',
      email: 'zoe@x.example',
      phone: '+31 6 12345678',
      language: 'nl',
    });
    expect(await search('zoë nieuw')).toEqual(['Zoë']);
  });

  it('needs a name only; empty fields are none', async () => {
    const answer = await staff
      .post(ROUTE, { firstName: 'A', lastName: 'B', email: '', phone: '' })
      .expect(201);
    expect(answer.body).toMatchObject({ email: null, phone: null, language: 'en' });
  });

  it.each([
    ['no name', { firstName: '  ', lastName: 'B' }],
    ['a name that is too long', { firstName: 'A'.repeat(101), lastName: 'B' }],
    ['an e-mail address that is none', { firstName: 'A', lastName: 'B', email: 'a@b' }],
    ['a phone number that is none', { firstName: 'A', lastName: 'B', phone: 'call me' }],
    ['a field nobody knows', { firstName: 'A', lastName: 'B', note: 'x' }],
    ['a language nobody speaks', { firstName: 'A', lastName: 'B', language: 'xx' }],
  ])('is refused with %s', async (_what, body) => {
    await writingNothing(venue.strapi, async () => {
      expect(await codeOf(staff.post(ROUTE, body))).toBe('invalid_request');
    });
  });

  it('may share an e-mail address only where staff say so, and they hear whose it is', async () => {
    const known = await makeCustomer(venue.strapi, {
      firstName: 'Anna',
      lastName: 'Berg',
      email: 'Family@x.example',
    });
    const person = { firstName: 'Child', lastName: 'Berg', email: 'family@X.example' };
    const refused = await writingNothing(venue.strapi, () => staff.post(ROUTE, person).expect(400));
    expect((refused.body as { error: { details: object } }).error.details).toEqual({
      code: 'email_known',
      customers: [{ documentId: known.documentId, firstName: 'Anna', lastName: 'Berg' }],
    });
    await staff.post(ROUTE, { ...person, sharesEmail: true }).expect(201);
    expect((await search('family@x')).sort()).toEqual(['Anna', 'Child']);
  });
});

describe('the search for a customer', () => {
  it('finds by every word of name, e-mail or phone, and who begins so comes first', async () => {
    await makeCustomer(venue.strapi, { firstName: 'Mark', lastName: 'Aanders' });
    await makeCustomer(venue.strapi, { firstName: 'Anders', lastName: 'Zon', phone: '+31 20 7' });
    await makeCustomer(venue.strapi, { firstName: 'Özlem', lastName: 'Çelik', email: 'o@x.nl' });
    expect(await search('anders')).toEqual(['Anders', 'Mark']);
    expect(await search('anders zon')).toEqual(['Anders']);
    expect(await search('31 20')).toEqual(['Anders']);
    expect(await search('özlem')).toEqual(['Özlem']);
    expect(await search('ÇELIK O@X')).toEqual(['Özlem']);
    expect(await search('')).toEqual([]);
  });

  it('takes signs of patterns for what they are', async () => {
    await makeCustomer(venue.strapi, { firstName: 'Hundred%', lastName: 'Under_score!' });
    await makeCustomer(venue.strapi, { firstName: 'Hundred', lastName: 'Underscore' });
    for (const typed of ['hundred%', 'under_score', 'score!']) {
      expect(await search(typed)).toEqual(['Hundred%']);
    }
    expect(await search('\\')).toEqual([]);
    expect(await search("' OR 1=1 --")).toEqual([]);
  });

  it('gives twenty at most', async () => {
    for (let count = 0; count < 22; count += 1) {
      await makeCustomer(venue.strapi, { lastName: `Many ${count}` });
    }
    expect((await search('many')).length).toBe(20);
  });
});
