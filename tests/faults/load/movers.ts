import { setTimeout as sleep } from 'node:timers/promises';
import { StaffRefused } from '../../loop/staff';
import type { Staff } from '../../loop/staff';
import type { LoadParts } from './members';

/** One saved edit of an appointment, under a room of its own. */
export interface Edit {
  appointment: string;
  room: string;
  /** null = it stays when it was */
  startsAt: Date | null;
  /** `saved` and `refused` by the answer; `unknown` where there was none, or a server error */
  fate: 'saved' | 'refused' | 'unknown';
}

export interface Movers {
  /** in the order in which they were made */
  edits: Edit[];
  /** answers that nobody can act on, in short; those that an outage explains are none */
  surprises(): string[];
  stop(): Promise<void>;
}

const MINUTE = 60_000;
const MOVED = 0.4;

/** Somebody at the panel gives appointments other rooms and other times, one after the other. */
export function startMovers(
  { arena, gate, random, clock }: LoadParts,
  desk: Staff,
  pauseMs: number,
): Movers {
  const edits: Edit[] = [];
  const broken: Array<{ what: string; from: number; to: number }> = [];
  let stopped = false;

  async function save({ appointment, room, startsAt }: Edit): Promise<Edit['fate']> {
    const times = startsAt && {
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 60 * MINUTE).toISOString(),
      confirmed: true,
    };
    const began = clock();
    try {
      await desk.save('appointment', appointment, { room, ...times });
      return 'saved';
    } catch (error) {
      if (error instanceof StaffRefused && error.status < 500) return 'refused';
      broken.push({ what: String(error), from: began, to: clock() });
      return 'unknown';
    }
  }

  async function work(): Promise<void> {
    while (!stopped) {
      await gate.passed();
      const { documentId } = random.pick(arena.appointments);
      const moved = random.chance(MOVED);
      const edit: Edit = {
        appointment: documentId,
        room: `Room ${edits.length + 1}`,
        startsAt: moved ? new Date(Date.now() + random.between(60, 600) * MINUTE) : null,
        fate: 'unknown',
      };
      edits.push(edit);
      edit.fate = await save(edit);
      await sleep(pauseMs);
    }
  }

  const working = work();
  return {
    edits,
    surprises: () =>
      broken.filter(({ from, to }) => !gate.touched(from, to)).map(({ what }) => what),
    async stop() {
      stopped = true;
      await working;
    },
  };
}
