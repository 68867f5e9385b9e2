import type { Core } from '@strapi/strapi';
import type { Clock } from '../clock';
import { auditSync } from './audit';
import { renewLease, takeLease } from './lease';
import type { Hold } from './lease';

/** Longer than one step between two renewals, and than the clocks of two instances may differ. */
const LEASE_MS = 30 * 60_000;

/** Ids of one kind that the log names; `npm run audit` names all. */
const NAMED = 20;

/** Something that is not as it must be; `subject` is a document id. */
export interface Finding {
  kind: string;
  subject: string;
}

/** What the project around may check of its own beside: a service of the container by this name. */
const OF_THE_PROJECT = 'venue-audit';

interface Check {
  findings(): Promise<Finding[]>;
}

async function ofTheProject(strapi: Core.Strapi): Promise<Finding[]> {
  return strapi.has(OF_THE_PROJECT) ? strapi.get<Check>(OF_THE_PROJECT).findings() : [];
}

/** What was found in one line, by kind: how many, and the ids of the first. */
export function summed(findings: Finding[]): string {
  const subjects = new Map<string, string[]>();
  for (const { kind, subject } of findings) {
    const known = subjects.get(kind);
    if (known) known.push(subject);
    else subjects.set(kind, [subject]);
  }
  const kinds = [...subjects].map(([kind, ids]) => {
    const more = ids.length > NAMED ? ', …' : '';
    return `${kind} ${ids.length} (${ids.slice(0, NAMED).join(', ')}${more})`;
  });
  return kinds.join('; ');
}

/**
 * Looks by night whether counters and keys fit the bookings, and what Onefit acknowledged what it should
 * know, as `npm run audit` does, and says in the log what is not as it must be: no word of any person.
 * It mends nothing.
 *
 * @param hold is asked page by page whether to go on, and throws where not
 * @returns what was found; null where another instance looks, or has looked just now
 */
export async function auditByNight(
  strapi: Core.Strapi,
  clock: Clock,
  hold: Hold,
): Promise<Finding[] | null> {
  const knex = strapi.db.connection;
  // Not given back: an instance whose clock is a little late finds that it is done.
  const lease = await takeLease(knex, 'audit', LEASE_MS, clock.now());
  if (!lease) return null;
  const findings = [
    ...(await ofTheProject(strapi)),
    ...(await auditSync(knex, clock.now(), async () => {
      await hold();
      await renewLease(knex, lease, clock.now());
    })),
  ];
  if (findings.length === 0) strapi.log.info('The nightly audit found nothing');
  else strapi.log.warn(`The nightly audit found ${findings.length}: ${summed(findings)}`);
  return findings;
}
