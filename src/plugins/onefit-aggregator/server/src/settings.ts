import type { Core } from '@strapi/strapi';

/** The name of this plugin, as Strapi knows it. */
export const PLUGIN = 'onefit-aggregator';

/** What the deployment says about Onefit; the project's `config/onefit.ts` reads and checks it. */
export interface Settings {
  /** Where Onefit listens; empty = nothing is sent. */
  baseUrl: string;
  /** The first signs, any of them verifies; empty = not configured. */
  secrets: string[];
  /** Requests a minute, per credential and venue. */
  rateLimit: number;
  /** Where several instances count requests together; empty = each counts for itself. */
  redisUrl: string;
  /** What whoever reads the metrics must show; empty = there are none. */
  metricsToken: string;
}

/** What holds where the project gives no configuration: nothing is sent and nothing is taken. */
export const DEFAULT_SETTINGS: Settings = {
  baseUrl: '',
  secrets: [],
  rateLimit: 6000,
  redisUrl: '',
  metricsToken: '',
};

export function settingsOf(strapi: Core.Strapi): Settings {
  return strapi.config.get<Settings>(`plugin::${PLUGIN}`);
}
