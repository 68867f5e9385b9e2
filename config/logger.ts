import type { Core } from '@strapi/strapi';

/** `LOG_LEVEL`: error, warn, info, http (the default) or debug. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  level: env('LOG_LEVEL', '') || 'http',
});

export default config;
