import type { Core } from '@strapi/strapi';

/** `SCHEDULE_HORIZON_WEEKS`: how far ahead appointments are made of a rule of repetition. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  horizonWeeks: env('SCHEDULE_HORIZON_WEEKS', '') === '' ? 8 : env.int('SCHEDULE_HORIZON_WEEKS', 8),
});

export default config;
