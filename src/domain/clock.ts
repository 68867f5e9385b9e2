import type { Core } from '@strapi/strapi';

/** Where the time comes from; tests put another one in its place. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** The clock this Strapi runs by. */
export function clockOf(strapi: Core.Strapi): Clock {
  return strapi.get<Clock>('clock');
}
