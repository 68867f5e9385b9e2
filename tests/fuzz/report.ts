import { CHECKS } from './checks/check';
import type { CheckName, Fault } from './checks/check';
import { inMegabytes } from './checks/memory';
import type { Options } from './options';
import type { RunReport } from './run';

const SHOWN = 5;

function faultLine({ what, index }: Fault): string {
  const request = index === null ? '' : `request ${index}: `;
  return `      ${request}${what.slice(0, 6000)}`;
}

/** One line a check, and below it some of what was found. */
export function checkLines(faults: Fault[]): string[] {
  return Object.entries(CHECKS).flatMap(([name, claim]) => {
    const found = faults.filter(({ check }) => check === name);
    if (found.length === 0) return [`  ok    ${claim}`];
    return [`  FAIL  ${claim}: ${found.length} time(s)`, ...found.slice(0, SHOWN).map(faultLine)];
  });
}

/** The checks that did not hold. */
export function brokenChecks(faults: Fault[]): CheckName[] {
  return [...new Set(faults.map(({ check }) => check))];
}

export function countLine(passed: number, failed: number): string {
  return `${passed} passed, ${failed} failed`;
}

function percentile(rising: number[], share: number): number {
  return Math.round(rising[Math.min(rising.length - 1, Math.floor(rising.length * share))] ?? 0);
}

/** All that is printed of a run; the line before the last is JSON. */
export function reportLines(options: Options, report: RunReport): string[] {
  const { faults, seconds, made, sentAgain, tookMs, tally, memory } = report;
  const broken = brokenChecks(faults);
  const summary = {
    ...options,
    made,
    sentAgain,
    changedNothing: report.changedNothing,
    seconds: Number(seconds.toFixed(1)),
    requestsPerSecond: Math.round((made + sentAgain) / seconds),
    milliseconds: {
      p50: percentile(tookMs, 0.5),
      p99: percentile(tookMs, 0.99),
      max: percentile(tookMs, 1),
    },
    megabytes: [memory[0], memory.at(-1)].map((reading) => ({
      afterRequests: reading?.sent,
      used: inMegabytes(reading?.used ?? 0),
      resident: inMegabytes(reading?.resident ?? 0),
    })),
    outcomes: Object.fromEntries(
      [...tally].map(([call, outcomes]) => [call, Object.fromEntries([...outcomes].sort())]),
    ),
    broken,
  };
  return [
    ...checkLines(faults),
    ...report.told,
    JSON.stringify(summary),
    countLine(Object.keys(CHECKS).length - broken.length, broken.length),
  ];
}
