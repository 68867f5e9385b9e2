import type { Check, PartReport } from './parts/part';

function lines({ name, holds, seen }: Check): string[] {
  return [`  ${holds ? 'ok  ' : 'FAIL'}  ${name}`, ...seen.map((line) => `        ${line}`)];
}

/** All that is printed of a part. Checks that held are printed where they are few. */
export function partLines(name: string, { checks, facts, lines: more = [] }: PartReport): string[] {
  const failed = checks.filter(({ holds }) => !holds);
  const shown = checks.length <= 12 ? checks : failed;
  return [
    ...shown.flatMap(lines),
    ...more,
    `${name}: ${checks.length - failed.length} of ${checks.length} hold`,
    JSON.stringify({ part: name, ...facts }),
  ];
}

/** The last line: what `.ci/run` counts. */
export function lastLine(checks: Check[]): string {
  const failed = checks.filter(({ holds }) => !holds).length;
  return `${checks.length - failed} passed, ${failed} failed`;
}
