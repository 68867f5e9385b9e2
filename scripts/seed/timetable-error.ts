/** One thing wrong with a timetable file: where, counted from line 1, and what to do. */
export interface TimetableProblem {
  line: number;
  message: string;
}

/** A timetable file that cannot be used, with everything that is wrong in it. */
export class TimetableError extends Error {
  readonly code = 'timetable_invalid';

  /** @param problems In order of line, at least one. */
  constructor(readonly problems: TimetableProblem[]) {
    super(problems.map(({ line, message }) => `Line ${line}: ${message}`).join('\n'));
    this.name = 'TimetableError';
  }
}
