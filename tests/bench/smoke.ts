/**
 * Runs each benchmark as briefly as it can and checks that its last line has every figure as a
 * number. Nothing is said of the figures: whether they meet their targets is no matter of a test.
 */
import { runCommand } from './shared/run-command';

const BOOKING = [
  ...['spreadVsStockRest', 'hotVsStockRest', 'spreadVsBareSql', 'p99AtFiftyPerSecondMs'],
  ...['maxAtFiftyInFlightMs', 'grownVsEmpty', 'spreadPerSecond', 'hotPerSecond'],
];
const OUTBOUND = [
  ...['vsPgBoss', 'vsGraphileWorker', 'itemsPerSecond', 'itemsWithPayloadPerSecond'],
  ...['changeToOnefitP50Ms', 'changeToOnefitP99Ms', 'saveWithMarkingVsWithout', 'residentVsIdle'],
];
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
    await check('bench:booking', BOOKING, async () => {
      const { figures } = await runCommand('booking', [...BRIEF, '--db', 'sqlite']);
      return figures.sqlite as Record<string, unknown>;
    }),
    await check('bench:outbound', OUTBOUND, async () => {
      return (await runCommand('outbound', [...BRIEF, '--items', '500'])).figures;
    }),
  ];
  const passed = held.filter(Boolean).length;
  console.log(`${passed} passed, ${held.length - passed} failed`);
  process.exitCode = passed === held.length ? 0 : 1;
}

void main();
