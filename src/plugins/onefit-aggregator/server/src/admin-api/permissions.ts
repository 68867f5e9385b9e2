import type { Core } from '@strapi/strapi';
import { PLUGIN } from '../settings';
import { COMPLETE_PROJECT } from './complete-project';
import { RULE_EDITORS } from './rule-editors';

const ACTIONS = [
  ['market.read', 'See the Market and the Onefit API'],
  ['market.order', 'Order or end the Onefit API'],
  ['status.read', 'See what is on Onefit, and why something is not'],
  ['proposals.decide', 'See who may be the same person, and merge two customers'],
  ['activity-log.read', 'See the activity log'],
  ['month-report.read', 'See the month report'],
  ['month-report.bookings', 'See whose bookings a month report counts, and download it'],
  ['visit-prices.enter', 'Enter the price of a visit that was agreed with Onefit'],
  ['sync.run', 'Synchronise now, and send again what Onefit refused'],
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

type Policy = string | { name: string; config: object };

function signedInAnd(policy: Policy) {
  return { policies: ['admin::isAuthenticatedAdmin', policy, COMPLETE_PROJECT] };
}

/**
 * The policies of an admin route: somebody is signed in, their role allows the action, and the
 * project has what the plugin stands on.
 */
export function allowedTo(action: Action) {
  const actions = [`plugin::${PLUGIN}.${action}`];
  return signedInAnd({ name: 'admin::hasPermissions', config: { actions } });
}

/** The same for what the forms of registration rules ask for: who may save one may ask, too. */
export function orEditingRules(action: Action) {
  return signedInAnd({ name: `plugin::${PLUGIN}.${RULE_EDITORS}`, config: { action } });
}
