import type { Knex } from '../../support/connect';

/** Work that a process had claimed when it was killed. */
export interface StuckClaim {
  token: string;
  records: number;
  /** when it was killed; milliseconds since 1970 */
  since: number;
  /** when it was first seen that nobody holds the claim any more; null = not yet */
  freedAt: number | null;
}

/** Follows claims of killed processes until somebody else has their work. */
export interface StuckClaims {
  all: StuckClaim[];
  /** Notes what is claimed, while no process runs that could have claimed it. */
  note(knex: Knex, since: number): Promise<void>;
  /** Looks which of them are free. */
  look(knex: Knex): Promise<void>;
}

/** Killed work is taken over within this. */
export const FREED_WITHIN_MS = 60_000;

async function held(knex: Knex): Promise<Array<{ token: string; records: number }>> {
  const rows = await knex('onefit_sync_records')
    .whereNotNull('lease_token')
    .groupBy('lease_token')
    .select<Array<{ token: string }>>({ token: 'lease_token' })
    .count<Array<{ token: string; records: number | string }>>({ records: '*' });
  return rows.map(({ token, records }) => ({ token, records: Number(records) }));
}

export function followClaims(): StuckClaims {
  const all: StuckClaim[] = [];
  return {
    all,
    async note(knex, since) {
      const known = new Set(all.map(({ token }) => token));
      for (const claim of await held(knex)) {
        if (!known.has(claim.token)) all.push({ ...claim, since, freedAt: null });
      }
    },
    async look(knex) {
      const left = new Set((await held(knex)).map(({ token }) => token));
      const now = Date.now();
      for (const claim of all) {
        if (claim.freedAt === null && !left.has(claim.token)) claim.freedAt = now;
      }
    },
  };
}

/** Claims that were not free in time. */
export function stuckTooLong(claims: StuckClaim[]): string[] {
  return claims
    .filter(({ since, freedAt }) => freedAt === null || freedAt - since > FREED_WITHIN_MS)
    .map(({ token, records, since, freedAt }) => {
      const seconds = freedAt === null ? 'not at all' : `after ${(freedAt - since) / 1000} s`;
      return `the claim ${token} on ${records} records was free ${seconds}`;
    });
}
