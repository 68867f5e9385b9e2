import type { Arena } from '../arena';
import type { Prng } from '../../support/prng';
import * as desk from './desk-moves';
import * as members from './member-moves';
import type { Move } from './move';
import { CALLS_OF_AN_HOUR, createScene } from './scene';
import type { Scene } from './scene';

type Mover = (scene: Scene) => Move;

/** How often each kind of move is made, as parts of their sum. */
const WEIGHTS: Array<[Mover, number]> = [
  [members.book, 16],
  [members.rush, 8],
  [members.sameTwice, 5],
  [members.repeat, 10],
  [members.otherBody, 4],
  [members.twoBodies, 2],
  [members.cancel, 16],
  [members.cancelFirst, 3],
  [members.bookAndCancel, 4],
  [members.rebook, 6],
  [members.succession, 6],
  [members.twin, 5],
  [members.firstBookings, 4],
  [members.checkIn, 3],
  [members.read, 4],
  [desk.deskBook, 9],
  [desk.deskTwin, 2],
  [desk.bothDoors, 3],
  [desk.lookAndAct, 5],
  [desk.edit, 6],
  [desk.editActivity, 0.5],
];

const SUM = WEIGHTS.reduce((sum, [, weight]) => sum + weight, 0);

/** How often an appointment is cancelled, in the last part of the hour in which it is wanted. */
const CALL_OFF = 0.03;
const LAST_PART = 0.7;

function chosen({ random }: Scene): Mover {
  let left = random.next() * SUM;
  for (const [mover, weight] of WEIGHTS) {
    left -= weight;
    if (left < 0) return mover;
  }
  return members.book;
}

/** How many calls a move makes. */
export function callsOf(move: Move): number {
  return move.reduce((sum, volley) => sum + volley.length, 0);
}

/** All moves of a run, without end, one after the other; the same for the same arena and seed. */
export function* planMoves(arena: Arena, random: Prng): Generator<Move, never, void> {
  let planned = 0;
  const scene = createScene(arena, random, () => planned);
  for (;;) {
    const late = (planned % CALLS_OF_AN_HOUR) / CALLS_OF_AN_HOUR > LAST_PART;
    const mover = late && random.chance(CALL_OFF) ? desk.callOff : chosen(scene);
    const move = mover(scene);
    planned += callsOf(move);
    yield move;
  }
}
