import { PLUGIN } from './plugin-id';

/** Menu links are relative, links within pages absolute. */
export const MARKET_LINK = `plugins/${PLUGIN}/market`;
export const STATUS_LINK = `plugins/${PLUGIN}/status`;

export const MARKET_PATH = `/${MARKET_LINK}`;
export const LEARN_MORE_PATH = `${MARKET_PATH}/onefit-api`;
export const NEXT_STEPS_PATH = `${MARKET_PATH}/next-steps`;
export const STATUS_PATH = `/${STATUS_LINK}`;
export const ACTIVITY_LOG_PATH = `${STATUS_PATH}?tab=activity-log`;

/** Not in the menu: customers who may be one person. */
export const SAME_PERSON_LINK = `plugins/${PLUGIN}/same-person`;
export const SAME_PERSON_PATH = `/${SAME_PERSON_LINK}`;

/** Where the front desk signs the people of an appointment in. */
export function signInPath(appointment: string): string {
  return `/plugins/front-desk/appointments/${appointment}`;
}

/** Where two customers are compared and made one. */
export function mergePath(keep: string, drop: string): string {
  return `${SAME_PERSON_PATH}?${new URLSearchParams({ keep, drop }).toString()}`;
}
