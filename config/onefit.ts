import type { Core } from '@strapi/strapi';

type Env = Core.Config.Shared.ConfigParams['env'];

/** What the deployment says about Onefit. Never staff input: see docs/onefit-api.md, "Signing". */
export interface OnefitSettings {
  /** Where Onefit listens, without a trailing slash; empty = nothing is sent. */
  baseUrl: string;
  /** Shared secrets: the first signs, any of them verifies; empty = not configured. */
  secrets: string[];
  /** Requests a minute, per credential and venue. */
  rateLimit: number;
  /** Where several instances count requests together; empty = each counts for itself. */
  redisUrl: string;
  /** What whoever reads the metrics must show; empty = there are none. */
  metricsToken: string;
}

/** Thrown at start when an `ONEFIT_*` variable cannot be used; the message says how to mend it. */
export class OnefitSettingsError extends Error {
  readonly code = 'onefit_settings_invalid';
}

function baseUrl(raw: string): string {
  if (raw === '') return '';
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.search) {
    throw new OnefitSettingsError(
      'ONEFIT_BASE_URL must be an http(s) address without credentials or query, such as https://api.onefit.example.',
    );
  }
  return raw.replace(/(?<!\/)\/+$/, '');
}

function rateLimit(raw: string): number {
  const limit = raw === '' ? 6000 : Number(raw);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new OnefitSettingsError(
      'ONEFIT_RATE_LIMIT must be a whole number of requests a minute, such as 6000.',
    );
  }
  return limit;
}

const SHORTEST_TOKEN = 16;

function metricsToken(raw: string): string {
  if (raw !== '' && (raw.length < SHORTEST_TOKEN || !/^[\x21-\x7e]+$/.test(raw))) {
    throw new OnefitSettingsError(
      'METRICS_TOKEN must have at least 16 letters, digits or signs, without a space. Make one with: openssl rand -hex 32',
    );
  }
  return raw;
}

/** Reads and checks `ONEFIT_*`, `REDIS_URL` and `METRICS_TOKEN` once. Throws {@link OnefitSettingsError}. */
export function onefitSettings(env: Env): OnefitSettings {
  return {
    baseUrl: baseUrl(env('ONEFIT_BASE_URL', '').trim()),
    secrets: env('ONEFIT_SECRET', '')
      .split(',')
      .map((secret) => secret.trim())
      .filter((secret) => secret !== ''),
    rateLimit: rateLimit(env('ONEFIT_RATE_LIMIT', '').trim()),
    redisUrl: env('REDIS_URL', '').trim(),
    metricsToken: metricsToken(env('METRICS_TOKEN', '').trim()),
  };
}
