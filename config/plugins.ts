import type { Core } from '@strapi/strapi';
import { onefitSettings } from './onefit';
import { emailProvider } from './email';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'front-desk': { enabled: true, resolve: './src/plugins/front-desk' },
  'onefit-aggregator': {
    enabled: true,
    resolve: './src/plugins/onefit-aggregator',
    config: onefitSettings(env),
  },
  email: { config: emailProvider(env) },
});

export default config;
