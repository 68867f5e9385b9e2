import type { Core } from '@strapi/strapi';
import { PLUGIN } from './settings';

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

/** The policies of an admin route: somebody is signed in, and their role allows the action. */
export function allowedTo(action: Action) {
  return {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [`plugin::${PLUGIN}.${action}`] } },
    ],
  };
}
