/**
 * `npm run audit`: holds counters and keys against the bookings themselves, and what Onefit
 * acknowledged against what it should know, and prints what is not as it must be. Sends nothing.
 * Exit status 0 = nothing found, 1 = something found, 2 = it could not look.
 */
import type { Core } from '@strapi/strapi';
import { auditBookings } from '../src/api/booking/domain/audit';
import { withProject } from './open-project';

interface Finding {
  kind: string;
  subject: string;
  message: string;
}

/** As much of the plugin's service as is used. */
interface Connection {
  audit(): Promise<Finding[]>;
}

async function audit(strapi: Core.Strapi): Promise<Finding[]> {
  const connection = strapi.plugin('onefit-aggregator').service<Connection>('connection');
  return [...(await auditBookings(strapi.db.connection)), ...(await connection.audit())];
}

withProject(audit).then(
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
