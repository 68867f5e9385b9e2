import { PLUGIN } from './settings';

const ACTIONS = [
  ['schedule.read', 'See the schedule'],
  ['sign-in.use', 'Use the Sign-in: see it, add customers, check in, mark no-shows, cancel'],
  ['appointment.cancel', 'Cancel appointments'],
  ['version-info.read', 'See Version & Info'],
] as const;

export type Action = (typeof ACTIONS)[number][0];

/** What roles can be allowed to do with this plugin. */
export const PERMISSIONS = ACTIONS.map(([uid, displayName]) => ({
  section: 'plugins',
  pluginName: PLUGIN,
  uid,
  displayName,
}));

/** The policies of an admin route: somebody is signed in, and their role allows the action. */
export function allowedTo(action: Action) {
  return {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [`plugin::${PLUGIN}.${action}`] } },
    ],
  };
}
