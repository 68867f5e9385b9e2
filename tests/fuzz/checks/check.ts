/** What a run claims; each is one check. */
export const CHECKS = {
  answered: 'every request is answered',
  'server-error': 'no answer is a server error',
  documented: 'every answer is one that the document describes',
  signature: 'a valid signature lets a request in, and nothing else does',
  form: 'what the document forbids is not done, what it allows is not refused for its form',
  stranger: 'nothing changes without a valid signature',
  refused: 'a refused request changes nothing',
  counters: 'counters and keys agree with the bookings',
  memory: 'memory is back to where it was',
  alive: 'the venue lives, and still takes a booking',
  log: 'the venue logged no error',
  reached: 'every call succeeds for somebody, and every refusal of the document is met',
} as const;

export type CheckName = keyof typeof CHECKS;

/** Something that is not as it must be. */
export interface Fault {
  check: CheckName;
  what: string;
  /** the request that showed it, by its number; null = no single one */
  index: number | null;
}
