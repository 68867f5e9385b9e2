import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { callsOf } from '../plan/plan';
import type { Move } from '../plan/move';
import type { Call } from './call';
import type { FromCaller, Start, ToCaller } from './caller-process';
import type { Target } from './requests';

const ENTRY = path.join(__dirname, 'caller-process.ts');

export interface CallerOptions {
  target: Target;
  /** caller processes, and how many moves each makes at a time */
  callers: number;
  lanes: number;
  /** how many calls are made in all, at least */
  attempts: number;
  /** the run's `clockOrigin()` */
  origin: string;
  /** begins the names of the callers */
  part: number;
  /** ends the callers before their time */
  signal: AbortSignal;
}

/** Hands out moves until enough calls are made or under way. */
function createHandOut(moves: Iterator<Move>, attempts: number) {
  const calls: Call[] = [];
  const underWay = new Map<string, number>();
  const expected = () => [...underWay.values()].reduce((sum, count) => sum + count, calls.length);
  return {
    calls,
    /** Takes what a lane made and gives its next move; null = there is nothing left to do. */
    next(lane: string, made: Call[]): Move | null {
      calls.push(...made);
      underWay.delete(lane);
      if (expected() >= attempts) return null;
      const move = moves.next().value as Move;
      underWay.set(lane, callsOf(move));
      return move;
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A caller process ended with ${code}.`)),
    );
  });
}

/**
 * Lets caller processes make the moves of a plan, many at a time, and gives every call made.
 *
 * @throws Error when a caller process fails, or the run is interrupted
 */
export async function runCallers(moves: Iterator<Move>, options: CallerOptions): Promise<Call[]> {
  const { target, origin, part, lanes, callers, attempts, signal } = options;
  const handOut = createHandOut(moves, attempts);
  const children: ChildProcess[] = [];
  try {
    await Promise.all(
      Array.from({ length: callers }, (_, index) => {
        const name = `${part}.${index + 1}`;
        const child = fork(ENTRY, { signal });
        children.push(child);
        child.on('message', ({ lane, calls }: FromCaller) => {
          const move = handOut.next(`${name}/${lane}`, calls);
          child.send({ lane, move } satisfies ToCaller);
        });
        child.send({ start: { target, name, origin, lanes } satisfies Start } satisfies ToCaller);
        return ended(child);
      }),
    );
  } finally {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  }
  return handOut.calls.sort((one, other) => one.invokedAt - other.invokedAt);
}
