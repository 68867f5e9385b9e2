import type { Core } from '@strapi/strapi';
import { PLUGIN } from './settings';
import { TYPES_WITH_TIMES } from './venue';

const ACTIONS = [
  ['schedule.read', 'See the schedule'],
  ['sign-in.use', 'Use the Sign-in: see it, add customers, check in, mark no-shows, cancel'],
  ['sign-in.export', 'Download a Sign-in as a spreadsheet'],
  ['appointment.edit', 'Change appointments and series: time, room, teacher, capacity'],
  ['sign-in.write', 'Write an e-mail to all customers who are booked'],
  ['appointment.cancel', 'Cancel appointments'],
  ['customers.merge', 'Merge two customers'],
  ['customers.privacy', 'Export and erase the data of a customer'],
  ['fill-rate.read', 'See how full the last weeks were'],
  ['version-info.read', 'See Version & Info'],
] as const;

export type Action = (typeof ACTIONS)[number][0];

/** What roles can be allowed to do with this plugin. */
const PERMISSIONS = ACTIONS.map(([uid, displayName]) => ({
  section: 'plugins',
  pluginName: PLUGIN,
  uid,
  displayName,
}));

/** The part of Strapi's permission service that is used here; Strapi gives it no type. */
interface PermissionService {
  actionProvider: { registerMany(actions: typeof PERMISSIONS): Promise<void> };
}

/** Makes the permissions known to the panel, where roles are given them. */
export async function registerPermissions(strapi: Core.Strapi): Promise<void> {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService;
  await actionProvider.registerMany(PERMISSIONS);
}

function signedInAnd(policy: string, config: object) {
  return { policies: ['admin::isAuthenticatedAdmin', { name: policy, config }] };
}

/** The policies of an admin route: somebody is signed in, and their role allows the action. */
export function allowedTo(action: Action) {
  return signedInAnd('admin::hasPermissions', { actions: [`plugin::${PLUGIN}.${action}`] });
}

const READ = 'plugin::content-manager.explorer.read';
const READS_FORMS = 'reads-forms';

/** What the signed-in person may do, as Strapi hands it to a policy. */
interface PolicyContext {
  state: { userAbility: { can(action: string, subject?: string): boolean } };
}

/** The plugin's own policies, by name. */
export const policies = {
  /** The role allows the action, or opening one of the forms that ask for it. */
  [READS_FORMS]: ({ state: { userAbility } }: PolicyContext, { action }: { action: Action }) =>
    userAbility.can(`plugin::${PLUGIN}.${action}`) ||
    TYPES_WITH_TIMES.some((type) => userAbility.can(READ, type)),
};

/** The same for what forms of the content manager ask for: who may open one of them may ask, too. */
export function orReadingForms(action: Action) {
  return signedInAnd(`plugin::${PLUGIN}.${READS_FORMS}`, { action });
}
