import type { Core } from '@strapi/strapi';
import { connection } from './connection';

/** The name of the policy, as routes of this plugin call it. */
export const COMPLETE_PROJECT = 'complete-project';

/**
 * A policy: lets nothing through where the project lacks what this plugin stands on.
 *
 * @throws ApplicationError `project_incomplete`, which names what is missing
 */
export function completeProject(
  _ctx: unknown,
  _config: unknown,
  { strapi }: { strapi: Core.Strapi },
): boolean {
  connection(strapi).assertComplete();
  return true;
}
