import { Gauge, Registry } from 'prom-client';
import { LINK_STATES, RECORD_KINDS, RECORD_STATES } from './standing';
import type { Standing } from './standing';

interface Sample {
  labels: Record<string, string>;
  value: number;
}

function countIn(sums: Array<{ kind?: string; state: string; count: number }>, wanted: object) {
  const facts = Object.entries(wanted);
  const found = sums.find((sum) =>
    facts.every(([name, value]) => sum[name as keyof typeof sum] === value),
  );
  return found?.count ?? 0;
}

/**
 * The standing as metrics, of one reading: nothing of an earlier one stays. Without a standing only
 * `onefit_database_up` is said, so that an old figure is never taken for today's.
 */
export async function standingMetrics(standing: Standing | null): Promise<string> {
  const registry = new Registry();

  function gauge(name: string, help: string, ...samples: Sample[]): void {
    const labelNames = Object.keys(samples[0]?.labels ?? {});
    const made = new Gauge({ name: `onefit_${name}`, help, labelNames, registers: [registry] });
    for (const { labels, value } of samples) made.set(labels, value);
  }
  const plain = (value: number): Sample => ({ labels: {}, value });

  gauge('database_up', 'Whether the database answered this scrape.', plain(standing ? 1 : 0));
  if (!standing) return registry.metrics();

  const { links, records, venues } = standing;
  const linked = links.reduce((sum, { count }) => sum + count, 0);
  gauge('ordered', 'Whether the Onefit API is ordered.', plain(standing.ordered ? 1 : 0));
  gauge('venues', 'Venues there are.', plain(venues));
  gauge(
    'links',
    'Venues by the state of their connection with Onefit.',
    ...LINK_STATES.map((state) => ({ labels: { state }, value: countIn(links, { state }) })),
    { labels: { state: 'not_linked' }, value: Math.max(0, venues - linked) },
  );
  gauge(
    'sync_records',
    'What Onefit should know, by kind and state.',
    ...RECORD_KINDS.flatMap((kind) =>
      RECORD_STATES.map((state) => ({
        labels: { kind, state },
        value: countIn(records, { kind, state }),
      })),
    ),
  );
  gauge(
    'sync_lag_seconds',
    'Age of the oldest change that waits for a linked venue; 0 when none waits.',
    plain(standing.lagSeconds),
  );
  gauge(
    'connection_failing_seconds',
    'How long the connection fails that fails longest; 0 when none does.',
    plain(standing.failingSeconds),
  );
  gauge(
    'connection_failures_in_a_row',
    'Failed attempts in a row of the connection that has most of them.',
    plain(standing.failuresInARow),
  );
  gauge(
    'notices_waiting',
    'Mails to the contact of the extension that the mail server has not taken yet.',
    plain(standing.noticesWaiting),
  );
  return registry.metrics();
}
