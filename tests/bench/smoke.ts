/**
 * Runs each benchmark as briefly as it can and checks that its last line has every figure as a
 * number. Nothing is said of the figures: whether they meet their targets is no matter of a test.
 */
import type { BookingFigures } from './booking/targets';
import type { OutboundFigures } from './outbound/targets';
import { runCommand } from './shared/run-command';

const BOOKING = {
  spreadVsStockRest: true,
  hotVsStockRest: true,
  spreadVsBareSql: true,
  p99AtFiftyPerSecondMs: true,
  maxAtFiftyInFlightMs: true,
  grownVsEmpty: true,
  spreadPerSecond: true,
  hotPerSecond: true,
} satisfies Record<keyof BookingFigures, true>;

const OUTBOUND = {
  vsPgBoss: true,
  vsGraphileWorker: true,
  itemsPerSecond: true,
  itemsWithPayloadPerSecond: true,
  changeToOnefitP50Ms: true,
  changeToOnefitP99Ms: true,
  saveWithMarkingVsWithout: true,
  residentVsIdle: true,
} satisfies Record<keyof OutboundFigures, true>;

const BRIEF = ['--rounds', '1', '--seconds', '1'];

function missing(figures: Record<string, unknown>, names: string[]): string[] {
  const others = Object.keys(figures).filter((name) => !names.includes(name));
  const absent = names.filter((name) => !Number.isFinite(figures[name]));
  return [...others.map((name) => `unknown ${name}`), ...absent.map((name) => `no ${name}`)];
}

async function check(
  what: string,
  names: string[],
  figuresOf: () => Promise<Record<string, unknown>>,
): Promise<boolean> {
  try {
    const faults = missing(await figuresOf(), names);
    console.log(`${faults.length === 0 ? 'ok' : 'FAILED'}: ${what} ${faults.join(', ')}`);
    return faults.length === 0;
  } catch (error) {
    console.log(`FAILED: ${what}: ${String(error)}`);
    return false;
  }
}

async function main(): Promise<void> {
  const held = [
    await check('bench:booking', Object.keys(BOOKING), async () => {
      const { figures } = await runCommand('booking', [...BRIEF, '--db', 'sqlite']);
      return figures.sqlite as Record<string, unknown>;
    }),
    await check('bench:outbound', Object.keys(OUTBOUND), async () => {
      return (await runCommand('outbound', [...BRIEF, '--items', '500'])).figures;
    }),
  ];
  const passed = held.filter(Boolean).length;
  console.log(`${passed} passed, ${held.length - passed} failed`);
  process.exitCode = passed === held.length ? 0 : 1;
}

void main();
