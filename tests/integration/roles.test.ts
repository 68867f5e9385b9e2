import supertest from 'supertest';
import {
  emptyTables,
  makeActivity,
  makeAppointment,
  makeCustomer,
  makePlace,
  makeProduct,
} from '../support/content';
import type { Doc } from '../support/content';
import { contentManager, signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

/**
 * What the front desk may do with the two plugins. A route that does not stand here is refused to
 * it; a studio manager may use all of them, and whoever is neither may use what forms need.
 */
const FRONT_DESK_MAY = [
  'GET /front-desk/appointments',
  'GET /front-desk/appointments/:documentId/sign-in',
  'POST /front-desk/appointments/:documentId/bookings',
  'POST /front-desk/bookings/:documentId/cancel',
  'POST /front-desk/bookings/:documentId/check-in',
  'POST /front-desk/bookings/:documentId/no-show',
  'POST /front-desk/bookings/:documentId/product',
  'POST /front-desk/bookings/:documentId/clear',
  'POST /front-desk/bookings/:documentId/undo',
  'GET /front-desk/customers',
  'POST /front-desk/customers',
  'GET /front-desk/products',
  'GET /front-desk/clock',
  'POST /front-desk/dates/preview',
];

const MAY_ALL = ['strapi-super-admin', 'studio-manager'];
/** Roles that Strapi comes with: they edit content, and may do what its forms need. */
const MAY_EDIT = ['strapi-editor', 'strapi-author'];
const OF_FORMS = [
  'GET /front-desk/clock',
  'POST /front-desk/dates/preview',
  'GET /onefit-aggregator/rule-preview',
];

let venue: RunningVenue;
const staff: Record<string, Staff> = {};

beforeAll(async () => {
  venue = await startVenue();
  for (const role of ['front-desk', ...MAY_ALL, ...MAY_EDIT]) {
    staff[role] = await signInStaff(venue, role);
  }
}, 60_000);

afterAll(() => venue.stop());

beforeEach(() => emptyTables(venue.strapi));

function as(role: string): Staff {
  const somebody = staff[role];
  if (!somebody) throw new Error(`Nobody is signed in as ${role}.`);
  return somebody;
}

/** A mounted route, as Koa's router tells of it; Strapi gives it no type. */
interface MountedRoute {
  methods: string[];
  path: string;
}

/** Every route that is mounted for the panel by the two plugins, as `METHOD /path`. */
function adminRoutes(): string[] {
  return (venue.strapi.server.listRoutes() as MountedRoute[])
    .filter(({ path }) => /^\/(front-desk|onefit-aggregator)(\/|$)/.test(path))
    .flatMap(({ methods, path }) =>
      methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`),
    );
}

/** Asks for a route with an id of nothing and an empty body; gives the status. */
async function ask(route: string, somebody: Staff | null): Promise<number> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:\w+/g, 'none');
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const answer = await (somebody ?? supertest(venue.url))[verb](path);
  return answer.status;
}

describe('the routes of the panel', () => {
  it('are all found, and those of the front desk among them', () => {
    expect(adminRoutes().length).toBeGreaterThan(20);
    expect(adminRoutes()).toEqual(expect.arrayContaining(FRONT_DESK_MAY));
  });

  it('are closed to whoever is not signed in', async () => {
    for (const route of adminRoutes())
      expect([route, await ask(route, null)]).toEqual([route, 401]);
  });

  it.each(MAY_EDIT)('are refused to %s, but for what forms need', async (role) => {
    for (const route of adminRoutes()) {
      const refused = (await ask(route, as(role))) === 403;
      expect([route, refused]).toEqual([route, !OF_FORMS.includes(route)]);
    }
  });

  it.each(MAY_ALL)(
    'are open to %s',
    async (role) => {
      for (const route of adminRoutes()) {
        const status = await ask(route, as(role));
        expect([route, status === 401 || status === 403]).toEqual([route, false]);
      }
    },
    30_000,
  );

  it('are open to the front desk where it signs people in, and nowhere else', async () => {
    for (const route of adminRoutes()) {
      const refused = (await ask(route, as('front-desk'))) === 403;
      expect([route, refused]).toEqual([route, !FRONT_DESK_MAY.includes(route)]);
    }
  });
});

describe('the content manager', () => {
  let activity: Doc;
  let appointment: Doc;
  let customer: Doc;

  beforeEach(async () => {
    const place = await makePlace(venue.strapi);
    activity = await makeActivity(venue.strapi, place);
    appointment = await makeAppointment(venue, activity);
    customer = await makeCustomer(venue.strapi, {
      email: 'own@customer.example',
      phone: '+31 6 1234',
      note: 'Injured knee',
    });
    await makeProduct(venue.strapi);
  });

  it('shows the front desk what it looks up, and lets it change nothing', async () => {
    const desk = as('front-desk');
    for (const type of ['venue', 'activity', 'appointment', 'product', 'customer']) {
      await desk.get(contentManager(type)).expect(200);
      await desk.post(contentManager(type), { name: 'Mine' }).expect(403);
    }
    await desk.put(contentManager('activity', activity.documentId), { name: 'Mine' }).expect(403);
    await desk.put(contentManager('customer', customer.documentId), { note: 'x' }).expect(403);
    await desk.delete(contentManager('appointment', appointment.documentId)).expect(403);
    for (const type of ['company', 'booking', 'customer-aggregator-id']) {
      await desk.get(contentManager(type)).expect(403);
    }
  });

  it('shows the front desk of a customer what the Sign-in shows, and no more', async () => {
    const answer = await as('front-desk')
      .get(contentManager('customer', customer.documentId))
      .expect(200);
    const { data } = answer.body as { data: Doc };
    expect(data).toMatchObject({
      firstName: 'Own',
      name: expect.stringMatching(/^Own /) as string,
      email: 'own@customer.example',
    });
    expect(data).toMatchObject({ phone: '+31 6 1234' });
    expect(data).not.toHaveProperty('language');
  });

  it('lets a studio manager keep the venue, but not what the project writes', async () => {
    const manager = as('studio-manager');
    await manager
      .put(contentManager('activity', activity.documentId), { name: 'Yoga' })
      .expect(200);
    await manager
      .put(contentManager('appointment', appointment.documentId), { booked: 99, room: 'Room 2' })
      .expect(200);
    const row: unknown = await venue.strapi.db
      .connection('appointments')
      .where({ document_id: appointment.documentId })
      .first('booked', 'room');
    expect(row).toEqual({ booked: 0, room: 'Room 2' });
    await manager.get(contentManager('booking')).expect(200);
    await manager.get(contentManager('company')).expect(200);
    await manager.post(contentManager('company'), { name: 'Second' }).expect(403);
  });

  it.each(['front-desk', 'studio-manager'])(
    'is all that %s sees of Strapi: no settings, no market of its own',
    async (role) => {
      for (const path of ['users', 'roles', 'api-tokens', 'webhooks', 'transfer/tokens']) {
        const { status } = await as(role).get(`/admin/${path}`);
        expect([path, status]).toEqual([path, 403]);
      }
      await as(role).get('/content-type-builder/content-types').expect(403);
      const answer = await as(role).get('/admin/users/me/permissions').expect(200);
      const { data } = answer.body as { data: Array<{ action: string }> };
      const strapis = data.filter(
        ({ action }) => !/front-desk|onefit|content-manager/.test(action),
      );
      expect(strapis).toEqual([]);
    },
  );
});
