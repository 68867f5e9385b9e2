import { rounded } from '../shared/figures';
import { growthOf } from './growth';
import type { Growth, Point } from './growth';
import type { Measured } from './measure';
import { KINDS } from './sizes';
import type { Kind } from './sizes';

/** Milliseconds of everything that may grow with the venues. */
function timesOf({ venues, jobs, pages, instance }: Measured): Record<string, number> {
  const { comparison, ...others } = jobs;
  return {
    ...Object.fromEntries(Object.entries(others).map(([name, { ms }]) => [name, ms])),
    comparison: comparison.ms,
    comparisonOfAll: comparison.ms * venues,
    ...pages,
    start: instance.startMs,
  };
}

/** How everything grew between the last two sizes; nothing where there is but one. */
export function growth(all: Measured[]): Growth[] {
  const [before, last] = [all.at(-2), all.at(-1)];
  if (!before || !last) return [];
  const [earlier, later] = [timesOf(before), timesOf(last)];
  const point = ({ venues }: Measured, ms = NaN): Point => ({ venues, ms });
  return Object.keys(later).map((name) =>
    growthOf(name, point(before, earlier[name]), point(last, later[name])),
  );
}

/** What one more of a kind takes: the slope between the last two sizes, so that what is fixed is out. */
export function bytesEach(all: Measured[]): Record<Kind, number> {
  const last = all.at(-1);
  const before = all.at(-2);
  const slope = (kind: Kind) => {
    const to = last?.sizes.kinds[kind] ?? { bytes: NaN, rows: NaN };
    const from = before?.sizes.kinds[kind] ?? { bytes: 0, rows: 0 };
    return rounded((to.bytes - from.bytes) / (to.rows - from.rows), 0);
  };
  return Object.fromEntries(
    Object.keys(KINDS).map((kind) => [kind, slope(kind as Kind)]),
  ) as Record<Kind, number>;
}

/** Everything that is a number, with as many digits as it is worth. */
function tidy(value: unknown): unknown {
  if (typeof value === 'number') return rounded(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tidy(inner)]));
}

/** The last line of the output. */
export function figuresOf(all: Measured[]): Record<string, unknown> {
  return {
    bytesEach: bytesEach(all),
    sizes: all.map(tidy),
    growth: growth(all),
  };
}

function line(name: string, cells: string[]): string {
  return `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(18)).join('')}`;
}

/** A table: one column a size. */
export function sizeLines(all: Measured[]): string[] {
  const row = (name: string, cell: (measured: Measured) => string) => line(name, all.map(cell));
  const ms = (value: number) => `${rounded(value, value < 100 ? 1 : 0)} ms`;
  const megabytes = (bytes: number) => `${rounded(bytes / 1024 / 1024, 1)} MB`;
  const jobs = Object.keys(all[0]?.jobs ?? {}) as Array<keyof Measured['jobs']>;
  const pages = Object.keys(all[0]?.pages ?? {}) as Array<keyof Measured['pages']>;
  return [
    row('venues', ({ venues }) => String(venues)),
    row('database', ({ sizes }) => megabytes(sizes.database)),
    ...(Object.keys(KINDS) as Kind[]).map((kind) =>
      row(
        `${kind}: rows, size`,
        ({ sizes }) => `${sizes.kinds[kind].rows}, ${megabytes(sizes.kinds[kind].bytes)}`,
      ),
    ),
    ...jobs.map((job) =>
      row(`${job} (statements)`, ({ jobs: costs }) => {
        const { ms: taken, statements } = costs[job];
        return `${ms(taken)} (${rounded(statements, 0)})`;
      }),
    ),
    ...pages.map((page) => row(page, ({ pages: times }) => ms(times[page]))),
    row('outbound items a second', ({ outbound }) => String(rounded(outbound.itemsPerSecond, 0))),
    row('longest wait meanwhile', ({ outbound }) => ms(outbound.longestWaitMs)),
    row('bookings a second', ({ bookings }) => String(rounded(bookings.perSecond, 0))),
    row('of the smallest', ({ bookings }) => String(rounded(bookings.vsSmallest))),
    row('p99, 50 in flight', ({ bookings }) => ms(bookings.p99InFlightMs)),
    row('p99, 50 a second', ({ bookings }) => ms(bookings.p99AtFiftyPerSecondMs)),
    row('start until it listens', ({ instance }) => ms(instance.startMs)),
    row('start until it rests', ({ instance }) => ms(instance.settledMs)),
    row('resident, idle', ({ instance }) => `${rounded(instance.idleMegabytes, 0)} MB`),
    row('processor of a booking', ({ instance }) => ms(instance.bookingProcessorMs)),
    row('processor of a desk call', ({ instance }) => ms(instance.deskProcessorMs)),
    row('resident, after load', ({ instance }) => `${rounded(instance.busyMegabytes, 0)} MB`),
  ];
}
