import { makeDatabase } from '../support/database';
import { contentManager, signInStaff } from '../support/staff';
import type { Staff } from '../support/staff';
import { startVenue } from '../support/strapi';
import type { RunningVenue } from '../support/strapi';

interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

interface Role {
  id: number;
  code: string;
  name: string;
}

let venue: RunningVenue;
let owner: Staff;

beforeAll(async () => {
  venue = await startVenue({}, await makeDatabase());
  owner = await signInStaff(venue);
}, 60_000);

afterAll(() => venue.stop());

/** Stops the venue and starts it again on the same database, as after a deployment. */
async function startAgain(): Promise<void> {
  await venue.strapi.destroy();
  venue = await startVenue({}, venue.database);
  owner = await signInStaff(venue);
}

async function roles(): Promise<Role[]> {
  const answer = await owner.get('/admin/roles').expect(200);
  return (answer.body as { data: Role[] }).data;
}

async function roleOf(code: string): Promise<Role> {
  const role = (await roles()).find((one) => one.code === code);
  if (!role) throw new Error(`There is no role ${code}.`);
  return role;
}

async function permissionsOf({ id }: Role): Promise<Permission[]> {
  const answer = await owner.get(`/admin/roles/${id}/permissions`).expect(200);
  return (answer.body as { data: Permission[] }).data;
}

/** Saves what a role may do, as the panel's page of a role does. */
async function savePermissions({ id }: Role, permissions: Permission[]): Promise<void> {
  const entered = permissions.map(({ action, subject, properties, conditions }) => ({
    ...{ action, subject, properties, conditions },
  }));
  await owner.put(`/admin/roles/${id}/permissions`, { permissions: entered }).expect(200);
}

function reading(subject: string, ...fields: string[]): Permission {
  const action = 'plugin::content-manager.explorer.read';
  return { action, subject, properties: { fields }, conditions: [] };
}

const named = (permissions: Permission[]) =>
  permissions.map(({ action, subject, properties }) =>
    [action, subject, ...(properties.fields ?? [])].join(' '),
  );

describe('the roles of the staff', () => {
  it('are there after the first start, beside those of Strapi', async () => {
    expect((await roles()).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Super Admin', 'Front desk', 'Studio manager']),
    );
  });

  it('are as they were after the next start', async () => {
    const before = named(await permissionsOf(await roleOf('studio-manager')));
    await startAgain();
    expect(named(await permissionsOf(await roleOf('studio-manager'))).sort()).toEqual(
      before.sort(),
    );
  }, 60_000);

  it('keep what staff took away and gave, and the name they chose', async () => {
    const desk = await roleOf('front-desk');
    const kept = (await permissionsOf(desk)).filter(
      ({ subject }) => subject !== 'api::customer.customer' && subject !== 'api::activity.activity',
    );
    await savePermissions(desk, [
      ...kept,
      reading('api::activity.activity', 'name'),
      reading('api::company.company', 'name'),
    ]);
    await owner
      .put(`/admin/roles/${desk.id}`, { name: 'Reception', description: 'Ours' })
      .expect(200);
    const before = named(await permissionsOf(desk)).sort();

    await startAgain();

    const after = await roleOf('front-desk');
    expect(after).toMatchObject({ id: desk.id, name: 'Reception' });
    expect(named(await permissionsOf(after)).sort()).toEqual(before);
    const reception = await signInStaff(venue, 'front-desk');
    await reception.get(contentManager('company')).expect(200);
    await reception.get(contentManager('customer')).expect(403);
  }, 60_000);

  it('stay away once staff deleted them', async () => {
    const manager = await roleOf('studio-manager');
    await owner.delete(`/admin/roles/${manager.id}`).expect(200);
    await startAgain();
    expect((await roles()).map(({ code }) => code)).not.toContain('studio-manager');
  }, 60_000);
});
