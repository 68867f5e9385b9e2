import { INVARIANTS } from '../checker/check';
import type { Invariant } from '../checker/check';
import { add, NO_LOSSES } from '../checker/losses';
import type { Losses } from '../checker/losses';
import type { Options } from '../options';
import { takeOut } from '../stage/guard-out';
import { buildStage } from '../stage/stage';
import type { Sender, Stage } from '../stage/stage';
import type { Mix } from '../storm/plan';
import type { Check, Interruption, PartReport } from './part';
import { runStorms, STORM_SPEED } from './run-storms';
import type { StormsResult } from './run-storms';

/** Enough for the losses to show, whatever the dice say. */
const MOST_STORMS = 10;

/** Moves of which enough cross a call, whatever the machine does: about one in sixty is lost with the guard out. */
const LEAST_CROSSING = 40;

const HOOKS = INVARIANTS[0];

/** One row of the table: the same storms, by another way of sending. */
interface Row {
  name: string;
  sender: Sender;
  mix: Mix;
}

const ROWS: Row[] = [
  { name: 'engine, all of the storm', sender: 'engine', mix: 'all' },
  { name: 'plain push, all of the storm', sender: 'plain-push', mix: 'all' },
  { name: 'engine, only what hooks see', sender: 'engine', mix: 'hooked' },
  { name: 'plain push, only what hooks see', sender: 'plain-push', mix: 'hooked' },
];

const COLUMNS: Array<[string, keyof Losses]> = [
  ['sessions compared', 'sessions'],
  ['differing afterwards', 'differing'],
  ['cancelled, still shown', 'cancellationsLost'],
  ['versions fallen', 'versionsFallen'],
];

function sum(result: StormsResult): Losses {
  return result.storms.map(({ losses }) => losses).reduce(add, NO_LOSSES);
}

/** The table as it stands in docs/reliability.md. */
function table(storms: number, rows: Array<[string, Losses]>): string[] {
  return [
    `| ${storms} storms | ${COLUMNS.map(([title]) => title).join(' | ')} |`,
    `| --- | ${COLUMNS.map(() => '---:').join(' | ')} |`,
    ...rows.map(
      ([name, losses]) => `| ${name} | ${COLUMNS.map(([, field]) => losses[field]).join(' | ')} |`,
    ),
  ];
}

async function onStage<Result>(
  options: Options,
  sender: Sender,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const stage = await buildStage({ ...options, speed: STORM_SPEED, sender });
  try {
    return await work(stage);
  } finally {
    await stage.clear();
  }
}

function count(result: StormsResult, invariant: Invariant): number {
  return result.storms.reduce((total, { findings }) => total + findings[invariant].length, 0);
}

/** Edits that cross a call: the hooks alone carry all of them, and lose some with the guard out. */
async function crossing(options: Options, signal: Interruption): Promise<Check[]> {
  const storms = MOST_STORMS;
  const moves = Math.max(options.moves, LEAST_CROSSING);
  const much = { ...options, storms, moves };
  const run = { ...much, mix: 'crossing', sender: 'engine', pace: 'slow' } as const;
  return onStage(options, 'engine', async (stage) => {
    const sound = count(await runStorms(stage, run, signal), HOOKS);
    await takeOut(stage.knex, options.db, 'version');
    const unguarded = count(await runStorms(stage, run, signal), HOOKS);
    return [
      {
        name: 'engine, edits that cross a call: hooks alone carry every one',
        holds: sound === 0,
        seen: [`${sound} changes left to the sweep in ${storms} storms`],
      },
      {
        name: 'engine that acknowledges whatever is desired: its losses are found',
        holds: unguarded > 0,
        seen: [`${unguarded} changes lost in ${storms} storms`],
      },
    ];
  });
}

/** The same storms by the engine and by a plain push: what each of them loses. */
export async function controls(options: Options, signal: Interruption): Promise<PartReport> {
  const storms = Math.min(options.storms, MOST_STORMS);
  const rows: Array<[string, Losses]> = [];
  const checks: Check[] = [];
  for (const sender of ['engine', 'plain-push'] as const) {
    await onStage(options, sender, async (stage) => {
      for (const row of ROWS.filter((one) => one.sender === sender)) {
        const run = { ...options, storms, mix: row.mix, sender };
        const losses = sum(await runStorms(stage, run, signal));
        rows.push([row.name, losses]);
        const lost = losses.differing + losses.outcomesLost + losses.versionsFallen;
        checks.push({
          name: `${row.name}: ${sender === 'engine' ? 'loses nothing' : 'loses, and it is found'}`,
          holds: sender === 'engine' ? lost === 0 : lost > 0,
          seen: [JSON.stringify(losses)],
        });
      }
    });
  }
  checks.push(...(await crossing(options, signal)));
  const ordered = ROWS.flatMap(({ name }) => rows.filter(([known]) => known === name));
  return {
    checks,
    facts: { storms, losses: Object.fromEntries(ordered) },
    lines: table(storms, ordered),
  };
}
