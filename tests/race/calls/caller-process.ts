/**
 * One caller process: several lanes, each of which asks the coordinator for a move, makes it and
 * hands back what came of it, until there is none left.
 */
import type { Move } from '../plan/move';
import type { Call } from './call';
import { makeMove } from './make-move';
import type { Memory } from './make-move';
import { createPerformer } from './perform';
import type { Performer } from './perform';
import type { Target } from './requests';
import { runClock } from './run-clock';

export interface Start {
  target: Target;
  name: string;
  /** the run's `clockOrigin()` */
  origin: string;
  lanes: number;
}

/** From the coordinator; a move of null ends the lane. */
export type ToCaller = { start: Start } | { lane: number; move: Move | null };

/** To the coordinator: what came of the lane's last move, and that it wants another. */
export interface FromCaller {
  lane: number;
  calls: Call[];
}

function send(message: FromCaller) {
  process.send?.(message);
}

let performer: Performer | null = null;
let lanes = 0;
const memory: Memory = { held: [] };

function begin({ target, name, origin, lanes: count }: Start) {
  performer = createPerformer(target, name, runClock(origin));
  lanes = count;
  for (let lane = 0; lane < count; lane += 1) send({ lane, calls: [] });
}

async function go(lane: number, move: Move | null) {
  if (!performer) throw new Error('A move came before the start.');
  if (move) {
    send({ lane, calls: await makeMove(performer, move, memory) });
    return;
  }
  lanes -= 1;
  if (lanes > 0) return;
  performer.close();
  process.disconnect();
}

process.on('message', (message: ToCaller) => {
  if ('start' in message) begin(message.start);
  else void go(message.lane, message.move);
});

// The coordinator is gone, or all lanes are done.
process.on('disconnect', () => process.exit());
