import type { Core } from '@strapi/strapi';
import { missingGrants } from './grants';
import type { Grant, Held } from './grants';
import { STAFF_ROLES } from './staff-roles';
import type { StaffRole } from './staff-roles';

/** The plugins whose permissions are given out. */
const PLUGINS = ['front-desk', 'onefit-aggregator'];

/** What each role was given, by its code: `{[code]: key[]}`. */
type Given = Record<string, string[]>;

interface Role {
  id: number;
}

/** A permission as Strapi stores it. */
interface StoredPermission {
  id: number;
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
}

/** The parts of Strapi's services that are used here; Strapi gives them no types. */
interface RoleService {
  findOne(where: object): Promise<Role | null>;
  exists(where: object): Promise<boolean>;
  create(role: { code: string; name: string; description: string }): Promise<Role>;
  addPermissions(roleId: number, permissions: object[]): Promise<unknown>;
}

interface PermissionService {
  actionProvider: { values(): Array<{ actionId: string; section: string; pluginName: string }> };
  findMany(query: object): Promise<StoredPermission[]>;
}

function rolesOf(strapi: Core.Strapi): RoleService {
  return strapi.service('admin::role') as unknown as RoleService;
}

function permissionsOf(strapi: Core.Strapi): PermissionService {
  return strapi.service('admin::permission') as unknown as PermissionService;
}

function pluginActions(strapi: Core.Strapi): string[] {
  return permissionsOf(strapi)
    .actionProvider.values()
    .filter(({ section, pluginName }) => section === 'plugins' && PLUGINS.includes(pluginName))
    .map(({ actionId }) => actionId);
}

function toPermission({ action, subject, fields }: Grant): object {
  return { action, subject, properties: fields === null ? {} : { fields }, conditions: [] };
}

async function heldBy(strapi: Core.Strapi, role: Role): Promise<Held[]> {
  const stored = await permissionsOf(strapi).findMany({ where: { role: { id: role.id } } });
  return stored.map(({ id, action, subject, properties }) => ({
    id,
    action,
    subject,
    fields: properties.fields ?? null,
  }));
}

/**
 * The role that the project made, or makes now. Null when staff deleted it, or have one of their
 * own by this name.
 */
async function roleFor(
  strapi: Core.Strapi,
  { code, name, description }: StaffRole,
  madeBefore: boolean,
): Promise<Role | null> {
  const roles = rolesOf(strapi);
  const role = await roles.findOne({ code });
  if (role || madeBefore) return role;
  if (await roles.exists({ name })) {
    strapi.log.warn(`There is a role "${name}" already, so the project's own is not made.`);
    return null;
  }
  return roles.create({ code, name, description });
}

async function giveMissing(
  strapi: Core.Strapi,
  staffRole: StaffRole,
  given: string[] | undefined,
): Promise<string[]> {
  const role = await roleFor(strapi, staffRole, given !== undefined);
  if (!role) return given ?? [];
  const wanted = staffRole.grants(strapi, pluginActions(strapi));
  const missing = missingGrants(wanted, given ?? [], await heldBy(strapi, role));
  if (missing.create.length > 0) {
    await rolesOf(strapi).addPermissions(role.id, missing.create.map(toPermission));
  }
  for (const { id, fields } of missing.extend) {
    await strapi.db
      .query('admin::permission')
      .update({ where: { id }, data: { properties: { fields } } });
  }
  return missing.given;
}

/**
 * Makes the roles of the staff on the first start. What they were given is kept in the core store,
 * so that a later start adds only what a new version brings: a permission that staff took away, or
 * a role that they deleted, does not come back.
 */
export async function makeRoles(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'staff_roles' });
  const before = ((await store.get({ key: 'given' })) ?? {}) as Given;
  const after: Given = { ...before };
  for (const role of STAFF_ROLES) {
    after[role.code] = await giveMissing(strapi, role, before[role.code]);
  }
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    await store.set({ key: 'given', value: after });
  }
}
