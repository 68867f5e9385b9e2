import supertest from 'supertest';
import type { Core } from '@strapi/strapi';
import type { RunningVenue } from './strapi';

const PASSWORD = 'Test-password-1';

interface AdminUsers {
  create(user: Record<string, unknown>): Promise<{ id: number }>;
}

async function tokenOf(venue: RunningVenue, email: string): Promise<string> {
  const answer = await supertest(venue.url)
    .post('/admin/login')
    .send({ email, password: PASSWORD })
    .expect(200);
  return (answer.body as { data: { token: string } }).data.token;
}

async function roleId(strapi: Core.Strapi, code: string): Promise<number> {
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as {
    id: number;
  } | null;
  if (!role) throw new Error(`There is no role ${code}.`);
  return role.id;
}

/** A person who is signed in to the admin panel, speaking to its routes over HTTP. */
export interface Staff {
  /** for what the calls below cannot do */
  token: string;
  get(path: string): supertest.Test;
  post(path: string, body?: object): supertest.Test;
  put(path: string, body?: object): supertest.Test;
  delete(path: string): supertest.Test;
}

/** Signs a new administrator in. */
export async function signInStaff(
  venue: RunningVenue,
  role = 'strapi-super-admin',
): Promise<Staff> {
  const email = `staff-${Math.random().toString(36).slice(2)}@venue.example`;
  const users = venue.strapi.service('admin::user') as unknown as AdminUsers;
  await users.create({
    email,
    firstname: 'Sta',
    lastname: 'Ff',
    password: PASSWORD,
    isActive: true,
    roles: [await roleId(venue.strapi, role)],
  });
  const token = await tokenOf(venue, email);
  const signed = (test: supertest.Test) => test.set('Authorization', `Bearer ${token}`);
  const http = supertest(venue.url);
  return {
    token,
    get: (path) => signed(http.get(path)),
    post: (path, body = {}) => signed(http.post(path)).send(body),
    put: (path, body = {}) => signed(http.put(path)).send(body),
    delete: (path) => signed(http.delete(path)),
  };
}

/** The content manager's address of a type, as the panel calls it. */
export function contentManager(type: string, documentId = ''): string {
  const uid = `api::${type}.${type}`;
  return `/content-manager/collection-types/${uid}${documentId && `/${documentId}`}`;
}
