import type { Call } from './calls/call';
import type { Result } from './checker/check';
import type { Violation } from './checker/evidence';
import { inShort } from './checker/lawful-answers';
import type { Options } from './options';
import type { RunReport } from './run';

const SHOWN_VIOLATIONS = 5;
const SHOWN_CALLS = 16;
const SHOWN_COMPLAINTS = 20;

function line(call: Call): string {
  const { kind, ...rest } = call.asked;
  const to = call.answeredAt === null ? '?' : call.answeredAt.toFixed(1);
  const asked = Object.values(rest).join(' ');
  return `      ${call.id} [${call.invokedAt.toFixed(1)} – ${to}] server ${call.server}: ${kind} ${asked} → ${inShort(call)}`;
}

function violationLines({ what, calls }: Violation): string[] {
  const involved = [...new Set(calls)].sort((one, other) => one.invokedAt - other.invokedAt);
  const some = involved.slice(0, SHOWN_CALLS).map(line);
  const more = involved.length - some.length;
  return [`    ${what}`, ...some, ...(more > 0 ? [`      … and ${more} more calls`] : [])];
}

function resultLines({ invariant, violations }: Result): string[] {
  if (violations.length === 0) return [`  ok    ${invariant}`];
  return [
    `  FAIL  ${invariant}: ${violations.length} violation(s)`,
    ...violations.slice(0, SHOWN_VIOLATIONS).flatMap(violationLines),
  ];
}

/** How often each call got each answer. */
function outcomes(calls: Call[]): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const call of calls) {
    const ofKind = (counts[call.asked.kind] ??= {});
    const short = inShort(call);
    ofKind[short] = (ofKind[short] ?? 0) + 1;
  }
  return counts;
}

/** Milliseconds within which so many of a hundred calls were answered. */
function percentile(calls: Call[], share: number): number {
  const took = calls
    .flatMap((call) => (call.answeredAt === null ? [] : [call.answeredAt - call.invokedAt]))
    .sort((one, other) => one - other);
  return Math.round(took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0);
}

/** Invariants that a negative control breaks: one violation of any of them shows that it is seen. */
const BROKEN_BY = {
  spots: ['no more active bookings than capacity and limit allowed'],
  keys: [
    'one row for each booking id',
    'one customer for each member id',
    'one place for each customer',
  ],
};

/** Whether the run came out as it should: no violation, or in a control the right ones. */
export function isGood({ control }: Options, { results }: RunReport): boolean {
  if (control === null) return results.every(({ violations }) => violations.length === 0);
  return results.some(
    ({ invariant, violations }) => BROKEN_BY[control].includes(invariant) && violations.length > 0,
  );
}

/** All that is printed of a run; the line before the last is JSON. */
export function reportLines(options: Options, report: RunReport): string[] {
  const { results, calls, seconds, complaints } = report;
  const failed = results.filter(({ violations }) => violations.length > 0);
  const summary = {
    ...options,
    calls: calls.length,
    fillCalls: report.fillCalls,
    appointments: report.appointments,
    seconds: Number(seconds.toFixed(1)),
    callsPerSecond: Math.round(calls.length / seconds),
    judgingSeconds: Number(report.judgingSeconds.toFixed(1)),
    milliseconds: {
      p50: percentile(calls, 0.5),
      p95: percentile(calls, 0.95),
      p99: percentile(calls, 0.99),
      max: percentile(calls, 1),
    },
    outcomes: outcomes(calls),
    violations: Object.fromEntries(
      failed.map(({ invariant, violations }) => [invariant, violations.length]),
    ),
    serverLogLines: complaints.length,
    good: isGood(options, report),
  };
  return [
    ...results.flatMap(resultLines),
    ...(complaints.length === 0
      ? []
      : ['  The servers logged:', ...complaints.slice(0, SHOWN_COMPLAINTS).map((l) => `    ${l}`)]),
    JSON.stringify(summary),
    `${results.length - failed.length} passed, ${failed.length} failed`,
  ];
}
