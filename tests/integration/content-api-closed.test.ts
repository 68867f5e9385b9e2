import { makeActivity, makeAppointment, makeCustomer, makePlace } from '../support/content';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';
import { writingNothing } from '../support/table-dump';

interface ApiTokens {
  create(token: { name: string; type: 'full-access'; lifespan: null }): Promise<{
    accessKey: string;
  }>;
}

/** As much of a content type as is read here. */
interface ContentType {
  uid: string;
  plugin?: string;
  info: { singularName: string; pluralName: string };
}

let venue: RunningVenue;
let token: string;
let customer: string;

beforeAll(async () => {
  venue = await startVenue();
  const place = await makePlace(venue.strapi);
  await makeAppointment(venue, await makeActivity(venue.strapi, place));
  customer = (await makeCustomer(venue.strapi)).documentId;
  const tokens = venue.strapi.service('admin::api-token') as unknown as ApiTokens;
  token = (await tokens.create({ name: 'all', type: 'full-access', lifespan: null })).accessKey;
}, 60_000);

afterAll(() => venue.stop());

type Whom = 'nobody' | 'a token with full access';

async function statusOf(method: string, path: string, asWhom: Whom): Promise<number> {
  const response = await fetch(`${venue.url}${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(asWhom === 'nobody' ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: method === 'GET' || method === 'DELETE' ? undefined : '{"data":{"name":"Forged"}}',
  });
  await response.text();
  return response.status;
}

/** The addresses under which Strapi would serve a type, had it routes. */
function addresses(): string[] {
  const types = (Object.values(venue.strapi.contentTypes) as unknown as ContentType[]).filter(
    ({ uid }) => uid.startsWith('api::') || /^plugin::(onefit-aggregator|front-desk)\./.test(uid),
  );
  return types.flatMap(({ info, plugin }) => {
    const prefixes = plugin === undefined ? ['/api'] : ['/api', `/api/${plugin}`];
    return prefixes.flatMap((prefix) => [
      `${prefix}/${info.pluralName}`,
      `${prefix}/${info.singularName}`,
      `${prefix}/${info.pluralName}/${customer}`,
    ]);
  });
}

describe('the content API', () => {
  it.each<Whom>(['nobody', 'a token with full access'])(
    'gives %s nothing, and takes nothing',
    async (as) => {
      const all = addresses();
      for (const type of ['customers', 'bookings', 'customer-aggregator-ids', 'booking-changes']) {
        expect(all).toContain(`/api/${type}`);
      }
      expect(all).toContain('/api/onefit-aggregator/venue-links');
      await writingNothing(venue.strapi, async () => {
        for (const path of all) {
          expect([path, await statusOf('GET', path, as)]).toEqual([path, 404]);
          expect([path, await statusOf('GET', `${path}?populate=*`, as)]).toEqual([path, 404]);
          expect([path, await statusOf('POST', path, as)]).not.toEqual([path, 201]);
          expect(await statusOf('PUT', path, as)).toBeGreaterThanOrEqual(400);
          expect(await statusOf('DELETE', path, as)).toBeGreaterThanOrEqual(400);
        }
      });
    },
    60_000,
  );

  it('does know the token: what is closed is not closed by a mistake of this test', async () => {
    expect(await statusOf('GET', '/api/upload/files', 'nobody')).toBe(401);
    expect(await statusOf('GET', '/api/upload/files', 'a token with full access')).toBe(200);
  });
});

describe('the admin API', () => {
  it.each([
    '/onefit-aggregator/status',
    '/onefit-aggregator/extension-order',
    '/front-desk/appointments',
    '/content-manager/collection-types/api::customer.customer',
  ])('%s asks for an administrator; an API token is none', async (path) => {
    expect(await statusOf('GET', path, 'nobody')).toBe(401);
    expect(await statusOf('GET', path, 'a token with full access')).toBe(401);
  });
});
