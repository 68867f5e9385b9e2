import { PLUGIN } from '../settings';
import { TYPES_WITH_RULES } from '../venue/venue';
import type { Action } from './permissions';

/** The name of the policy, as routes of this plugin call it. */
export const RULE_EDITORS = 'rule-editors';

const UPDATE = 'plugin::content-manager.explorer.update';

/** What the signed-in person may do, as Strapi hands it to a policy. */
interface PolicyContext {
  state: { userAbility: { can(action: string, subject?: string): boolean } };
}

/** A policy: the role allows the action, or saving one of the forms that hold a registration rule. */
export function ruleEditors(
  { state: { userAbility } }: PolicyContext,
  { action }: { action: Action },
): boolean {
  return (
    userAbility.can(`plugin::${PLUGIN}.${action}`) ||
    TYPES_WITH_RULES.some((type) => userAbility.can(UPDATE, type))
  );
}
