import type { TestDatabase } from './database';

const SECRETS = {
  APP_KEYS: 'test-key-a,test-key-b',
  ADMIN_JWT_SECRET: 'test-admin-secret',
  API_TOKEN_SALT: 'test-api-token-salt',
  TRANSFER_TOKEN_SALT: 'test-transfer-salt',
  ENCRYPTION_KEY: 'test-encryption-key-of-32-letters',
};

/** The variables with which the tests boot the project on a database of theirs. */
export function testEnvironment(database: TestDatabase): Record<string, string> {
  return {
    NODE_ENV: 'test',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STARTUP_LOG: 'false',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'error',
    HOST: '127.0.0.1',
    PORT: '0',
    ONEFIT_SECRET: 'test-secret',
    ONEFIT_BASE_URL: '',
    ONEFIT_RATE_LIMIT: '1000000',
    SMTP_URL: '',
    REDIS_URL: '',
    METRICS_TOKEN: '',
    ...SECRETS,
    ...database.env,
  };
}
