import { PLUGIN } from '../settings';

const ACTIONS = [
  ['market.read', 'See the Market and the Onefit API'],
  ['market.order', 'Order or end the Onefit API'],
  ['status.read', 'See what is on Onefit, and why something is not'],
  ['sync.run', 'Synchronise now, and send again what Onefit refused'],
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
      {
        name: 'admin::hasPermissions',
        config: { actions: [`plugin::${PLUGIN}.${action}`] },
      },
    ],
  };
}
