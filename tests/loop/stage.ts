import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeDatabase } from './database';
import type { LoopDatabase } from './database';
import { startOnefit } from './onefit';
import type { Onefit } from './onefit';
import { freePorts } from '../support/ports';
import { venueProcess } from './venue-process';
import type { VenueProcess } from './venue-process';

/** What the story is played on: two processes and a database of its own. */
export interface Stage {
  database: LoopDatabase;
  venue: VenueProcess;
  onefit: Onefit;
  /** Every setting with which the venue starts, for a command of the project that shares them. */
  settings: Record<string, string>;
  /** Stops the processes and throws everything away. */
  clear(): Promise<void>;
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}

/** Every setting of the venue, so that no file of the project adds one. */
function venueSettings(onefitUrl: string, onefitSecret: string): Record<string, string> {
  return {
    STRAPI_TELEMETRY_DISABLED: 'true',
    STARTUP_LOG: 'false',
    LOG_LEVEL: 'warn',
    PUBLIC_URL: '',
    IS_PROXIED: 'false',
    APP_KEYS: `${secret()},${secret()}`,
    ADMIN_JWT_SECRET: secret(),
    API_TOKEN_SALT: secret(),
    TRANSFER_TOKEN_SALT: secret(),
    ENCRYPTION_KEY: secret(),
    MAIL_FROM: 'studio@venue.example',
    ONEFIT_BASE_URL: onefitUrl,
    ONEFIT_SECRET: onefitSecret,
    ONEFIT_RATE_LIMIT: '',
    REDIS_URL: '',
    SCHEDULE_HORIZON_WEEKS: '8',
  };
}

/** Builds the stage: a fresh database, Onefit running, the venue ready to be started. */
export async function buildStage(logs: boolean): Promise<Stage> {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'venue-loop-'));
  const onefitSecret = secret();
  const [venuePort = 0, onefitPort = 0, smtpPort = 0] = await freePorts(3);
  const onefit = await startOnefit({
    SANDBOX_PORT: String(onefitPort),
    SANDBOX_SMTP_PORT: String(smtpPort),
    SANDBOX_STATE_FILE: path.join(directory, 'onefit.json'),
    VENUE_BASE_URL: `http://127.0.0.1:${venuePort}`,
    ONEFIT_SECRET: onefitSecret,
  });
  const database = await makeDatabase(process.env, directory).catch(async (error: unknown) => {
    await onefit.stop();
    rmSync(directory, { recursive: true, force: true });
    throw error;
  });
  const settings = {
    ...venueSettings(`http://127.0.0.1:${onefitPort}`, onefitSecret),
    ...database.env,
    SMTP_URL: onefit.smtpUrl,
  };
  const venue = venueProcess(venuePort, settings, logs);
  return {
    database,
    venue,
    onefit,
    settings,
    async clear() {
      await Promise.allSettled([venue.stop(), onefit.stop()]);
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
