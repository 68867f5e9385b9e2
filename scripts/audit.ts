/**
 * `npm run audit`: holds counters and keys against the bookings themselves and prints what is not
 * as it must be. Exit status 0 = nothing found, 1 = something found, 2 = it could not look.
 */
import path from 'node:path';
import { createStrapi } from '@strapi/strapi';
import { auditBookings } from '../src/api/booking/domain/audit';

async function main() {
  process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
  process.env.LOG_LEVEL ??= 'error';
  const strapi = await createStrapi({
    appDir: process.cwd(),
    distDir: path.resolve('dist'),
    serveAdminPanel: false,
  }).load();
  try {
    return await auditBookings(strapi.db.connection);
  } finally {
    await strapi.destroy();
  }
}

main().then(
  (findings) => {
    for (const { kind, subject, message } of findings) {
      console.log(`${kind} ${subject}: ${message}`);
    }
    console.log(JSON.stringify({ findings: findings.length }));
    process.exit(findings.length === 0 ? 0 : 1);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
