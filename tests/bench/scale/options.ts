import { OptionError, optionsOf, whole } from '../../support/command-line';

/** How large the databases are that are measured, and for how long. */
export interface ScaleOptions {
  /** ascending; what grows is held against the smallest, or the one before */
  venues: number[];
  /** weeks that lie behind each venue */
  historyWeeks: number;
  /** rounds of bookings at each size, in turn with the smallest */
  rounds: number;
  /** seconds of one round */
  seconds: number;
}

const MOST_VENUES = 10_000;

const OPTIONS = {
  venues: { type: 'string', default: '10,100,1000' },
  'history-weeks': { type: 'string', default: '4' },
  rounds: { type: 'string', default: '3' },
  seconds: { type: 'string', default: '4' },
} as const;

function sizes(text: string): number[] {
  const venues = text.split(',').map((size) => whole('venues', size, 1, MOST_VENUES));
  const ascending = venues.every((size, index) => index === 0 || size > (venues[index - 1] ?? 0));
  if (!ascending) throw new OptionError('--venues must grow: 10,100,1000.');
  return venues;
}

/**
 * Reads `--venues 10,100,1000 --history-weeks 4 --rounds 3 --seconds 4`.
 *
 * @throws OptionError with what to write instead
 */
export function readScaleOptions(args: string[]): ScaleOptions {
  const values = optionsOf(args, OPTIONS);
  return {
    venues: sizes(values.venues),
    historyWeeks: whole('history-weeks', values['history-weeks'], 1, 104),
    rounds: whole('rounds', values.rounds, 1, 20),
    seconds: whole('seconds', values.seconds, 1, 60),
  };
}
