import type { Core } from '@strapi/strapi';

/** Where the time comes from. */
export interface Clock {
  now(): Date;
}

/** The project's clock where it has one, so that tests move both at once. */
export function clockOf(strapi: Core.Strapi): Clock {
  return strapi.has('clock') ? strapi.get<Clock>('clock') : { now: () => new Date() };
}
