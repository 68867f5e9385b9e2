import type { Move, Step } from '../plan/move';
import type { AskedOf, Call } from './call';
import type { Performer } from './perform';

/** What a caller process remembers between its moves: bookings that hold a spot, by the answers. */
export interface Memory {
  held: Array<AskedOf<'book'>>;
}

/** What a move has learnt so far. */
interface Learnt {
  /** the desk's booking that it made */
  made: string | null;
  /** the Sign-in that it saw */
  listed: string[];
}

const REMEMBERED = 40;

function nthOf<Item>(items: Item[], nth: number): Item | null {
  return items.length === 0 ? null : (items[nth % items.length] ?? null);
}

function aboutEntry(asked: Step['asked'], entry: string | null): Step['asked'] | null {
  if (!('entry' in asked)) return asked;
  return entry === null ? null : { ...asked, entry };
}

function aboutHeld(asked: Step['asked'], held: AskedOf<'book'> | null): Step['asked'] {
  if (held === null || !('booking' in asked)) return asked;
  return asked.kind === 'book' ? held : { ...asked, booking: held.booking };
}

/** What a step asks, now that its subject can be known; null = there is no such booking. */
function askedBy({ asked, subject }: Step, learnt: Learnt, memory: Memory): Step['asked'] | null {
  switch (subject.from) {
    case 'plan':
      return asked;
    case 'made':
      return aboutEntry(asked, learnt.made);
    case 'listed':
      return aboutEntry(asked, nthOf(learnt.listed, subject.nth));
    case 'held':
      return aboutHeld(asked, nthOf(memory.held, subject.nth));
  }
}

function learn({ asked, answer }: Call, learnt: Learnt, memory: Memory): void {
  if (asked.kind === 'desk-look' && answer) {
    learnt.listed = answer.entries.map(({ documentId }) => documentId);
  }
  if (asked.kind === 'desk-book' && answer?.status === 201) {
    learnt.made = answer.entries[0]?.documentId ?? null;
  }
  if (asked.kind === 'book' && answer?.status === 201) {
    memory.held = [...memory.held.slice(1 - REMEMBERED), asked];
  }
  if (asked.kind === 'cancel') {
    memory.held = memory.held.filter(({ booking }) => booking !== asked.booking);
  }
}

/**
 * Makes a move: the steps of a volley at once, one volley after the other. Steps about a booking
 * that did not come about are left out.
 */
export async function makeMove(performer: Performer, move: Move, memory: Memory): Promise<Call[]> {
  const calls: Call[] = [];
  const learnt: Learnt = { made: null, listed: [] };
  for (const volley of move) {
    const answered = await Promise.all(
      volley.flatMap((step) => {
        const asked = askedBy(step, learnt, memory);
        return asked === null ? [] : [performer.perform(asked, step)];
      }),
    );
    for (const call of answered) learn(call, learnt, memory);
    calls.push(...answered);
  }
  return calls;
}
