import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { staffWith } from '../../loop/staff';
import type { Arena } from '../../race/arena';
import { until } from '../../support/wait';
import type { VenueProcess } from '../../support/venue-process';
import type { Gate } from '../load/outages';
import type { Cluster } from './stage';

/** What happens to the instances while everybody is at work. */
export interface Happening {
  cluster: Cluster;
  arena: Arena;
  gate: Gate;
  clock: () => number;
}

/** Calls that were on their way are answered, or not, within this. */
const IN_THE_AIR_MS = 1_000;

function instance({ cluster }: Happening, index: number): VenueProcess {
  const found = cluster.instances()[index];
  if (!found) throw new Error(`There is no instance ${index}.`);
  return found;
}

/** One instance is killed, and another takes its place. */
export async function killAndReplace(happening: Happening, index: number): Promise<void> {
  const { cluster, gate, clock } = happening;
  const outage = { from: clock(), to: Infinity };
  gate.note(outage);
  await instance(happening, index).kill();
  // While an instance starts, Strapi writes its permissions anew, and staff may be refused.
  await cluster.replace(index);
  outage.to = clock() + IN_THE_AIR_MS;
}

/** Every instance is stopped as an operator does, and started again, one after the other. */
export async function restartRolling(happening: Happening, pauseMs: number): Promise<void> {
  const { cluster, gate, clock } = happening;
  for (const index of cluster.instances().keys()) {
    const outage = { from: clock(), to: Infinity };
    gate.note(outage);
    await instance(happening, index).stop();
    await cluster.replace(index);
    outage.to = clock() + IN_THE_AIR_MS;
    await sleep(pauseMs);
  }
}

function isStopped(pid: number): boolean {
  return /^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** Longer than a claim holds (20 s), and than another one's sending. */
const PAUSED_MS = 26_000;
const PATIENCE_MS = 30_000;

/**
 * One instance stands still from the moment in which Onefit answered its call, for longer than its
 * claim holds; the others edit and send the same sessions meanwhile. Then it goes on. Nobody else is
 * at work: it may have stood still within a booking, whose row it would hold.
 *
 * @returns how many records it had claimed
 */
export async function pauseBeyondItsClaim(happening: Happening, index: number): Promise<number> {
  const { cluster, arena, gate, clock } = happening;
  const paused = instance(happening, index);
  const others = cluster.instances().filter((other) => other !== paused);
  const desk = staffWith(others[0]?.url ?? '', arena.target.token);
  gate.close(clock());
  await sleep(IN_THE_AIR_MS);
  const some = arena.appointments.slice(0, 5);
  let edits = 0;
  const edit = async () => {
    edits += 1;
    for (const { documentId } of some) {
      await desk.save('appointment', documentId, { teacher: `Teacher ${edits}` }).catch(() => {});
    }
  };
  paused.tell({ at: 'after-call', passes: 1, signal: 'SIGSTOP' });
  await until(
    'the instance to stand still',
    async () => {
      await edit();
      return isStopped(paused.pid);
    },
    PATIENCE_MS,
  );
  const claimed = await cluster
    .knex('onefit_sync_records')
    .whereNotNull('lease_token')
    .count<Array<{ rows: string | number }>>({ rows: '*' });
  const end = Date.now() + PAUSED_MS;
  while (Date.now() < end) {
    await edit();
    await sleep(1_500);
  }
  paused.thaw();
  await sleep(IN_THE_AIR_MS);
  gate.open();
  return Number(claimed[0]?.rows ?? 0);
}
