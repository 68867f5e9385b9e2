import { env } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import database from './database';
import logger from './logger';
import plugins from './plugins';
import schedule from './schedule';
import server from './server';

type Configure = (params: Core.Config.Shared.ConfigParams) => object;

const CONFIGURATIONS: Array<[string, Configure, string]> = [
  [
    'server',
    server,
    'HOST PORT PUBLIC_URL IS_PROXIED STARTUP_LOG HTTP_HEADERS_TIMEOUT HTTP_REQUEST_TIMEOUT',
  ],
  ['logger', logger, 'LOG_LEVEL'],
  ['schedule', schedule, 'SCHEDULE_HORIZON_WEEKS'],
  [
    'plugins',
    plugins,
    'ONEFIT_BASE_URL ONEFIT_SECRET ONEFIT_RATE_LIMIT REDIS_URL SMTP_URL MAIL_FROM',
  ],
];

const SERVER_OF_A_DATABASE =
  'DATABASE_HOST DATABASE_PORT DATABASE_NAME DATABASE_USERNAME DATABASE_PASSWORD DATABASE_SCHEMA DATABASE_SSL DATABASE_POOL_MIN DATABASE_POOL_MAX DATABASE_ACQUIRE_TIMEOUT';

const before = { ...process.env };

afterEach(() => {
  process.env = { ...before };
});

/** The configuration with these variables all set to one text, or all unset, as JSON. */
function configured(configure: Configure, names: string, text: string | undefined): string {
  for (const name of names.split(' ')) {
    if (text === undefined) delete process.env[name];
    else process.env[name] = text;
  }
  return JSON.stringify(configure({ env }));
}

describe('a variable that is set and empty', () => {
  it.each(CONFIGURATIONS)('is as one that is not set: %s', (_, configure, names) => {
    const unset = configured(configure, names, undefined);
    expect(unset).not.toContain('null');
    expect(configured(configure, names, '')).toBe(unset);
  });

  it.each(['postgres', 'mysql'])('is as one that is not set: database, %s', (client) => {
    process.env.DATABASE_CLIENT = client;
    const unset = configured(database, SERVER_OF_A_DATABASE, undefined);
    expect(configured(database, SERVER_OF_A_DATABASE, '')).toBe(unset);
  });

  it('is as one that is not set: database, SQLite', () => {
    const names = 'DATABASE_CLIENT DATABASE_FILENAME';
    expect(configured(database, names, '')).toBe(configured(database, names, undefined));
  });
});

describe('a certificate of the database', () => {
  it.each([
    ['', true],
    ['true', true],
    ['no', true],
    ['false', false],
  ])('must be vouched for where the variable is "%s": %s', (text, vouched) => {
    Object.assign(process.env, { DATABASE_CLIENT: 'postgres', DATABASE_SSL: 'true' });
    expect(configured(database, 'DATABASE_SSL_REJECT_UNAUTHORIZED', text)).toContain(
      `"rejectUnauthorized":${String(vouched)}`,
    );
  });
});
