import { setTimeout as sleep } from 'node:timers/promises';
import type { Arena } from '../../race/arena';
import type { Asked, Call } from '../../race/calls/call';
import { CUT } from '../../race/calls/http';
import { makeMove } from '../../race/calls/make-move';
import type { Memory } from '../../race/calls/make-move';
import { createPerformer } from '../../race/calls/perform';
import type { Performer } from '../../race/calls/perform';
import { planMoves } from '../../race/plan/plan';
import type { Move } from '../../race/plan/move';
import type { Prng } from '../../support/prng';
import { excuseWhileAway, isOfProxy } from './away';
import type { Away } from './away';
import type { Gate } from './outages';

/** What everybody's work needs. */
export interface LoadParts {
  arena: Arena;
  gate: Gate;
  random: Prng;
  /** milliseconds of the run */
  clock: () => number;
}

/** Members and staff at work, until they are told to stop. */
export interface Load {
  /** every call so far, with what came of it */
  calls: Call[];
  /** Lets everybody finish; gives answers that are wrong even beside an outage, in short. */
  stop(): Promise<string[]>;
}

/** Onefit asks again for what it got no answer to; so do these. */
const ASKED_AGAIN: ReadonlyArray<Asked['kind']> = ['book', 'cancel'];

/**
 * A check-in by the member is no news to Onefit, so it is not told of it; what the peer holds could
 * then not be compared with the database.
 */
function tellsAllToOnefit(move: Move): boolean {
  return move.every((volley) => volley.every(({ asked }) => asked.kind !== 'check-in'));
}

/** Calls that the outages cut off count as unanswered, not as broken. */
function excuse(call: Call, lostAt: number, gate: Gate): void {
  if (call.lost !== null && gate.touched(call.invokedAt, lostAt)) call.lost = CUT;
}

/**
 * Members book, cancel, repeat and lose answers, staff book, edit and cancel: the moves of the race,
 * so many at a time, with a pause after each.
 *
 * @param away what the test takes away meanwhile
 */
export function startMembers(
  { arena, gate, random, clock }: LoadParts,
  lanes: number,
  longestPauseMs: number,
  away: Away,
): Load {
  const calls: Call[] = [];
  const again: Asked[] = [];
  const lost: Array<{ call: Call; at: number }> = [];
  const moves = planMoves(arena, random);
  const memory: Memory = { held: [] };
  const performer = createPerformer(arena.target, 'member', clock);
  let stopped = false;

  const noting: Performer = {
    ...performer,
    async perform(asked, how) {
      const call = await performer.perform(asked, how);
      if (call.answer === null) lost.push({ call, at: clock() });
      const isUnknown = call.answer === null || isOfProxy(call);
      if (isUnknown && ASKED_AGAIN.includes(asked.kind)) again.push(asked);
      return call;
    },
  };

  async function lane(): Promise<void> {
    while (!stopped) {
      await gate.passed();
      const repeat = again.shift();
      if (repeat) {
        calls.push(await noting.perform(repeat, { server: random.between(0, 7) }));
      } else {
        const { value: move } = moves.next();
        if (tellsAllToOnefit(move)) calls.push(...(await makeMove(noting, move, memory)));
      }
      await sleep(random.between(0, longestPauseMs));
    }
  }

  const working = Promise.all(Array.from({ length: lanes }, lane));
  return {
    calls,
    async stop() {
      stopped = true;
      await working;
      performer.close();
      for (const { call, at } of lost) excuse(call, at, gate);
      return excuseWhileAway(
        calls.map((call) => ({ call, at: call.answeredAt ?? call.invokedAt })),
        gate,
        away,
      );
    },
  };
}
