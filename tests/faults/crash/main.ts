/**
 * `npm run test:crash`: the venue's process, or the database server under it, is killed while
 * everybody is at work; then every promise is held against what is left. See ../README.md.
 *
 * Ends with 0 when all promises held; with `--control`, when it was found which do not.
 */
import { runAsCommand } from '../../support/command-line';
import { interruption } from '../../support/interruption';
import { readOptions, USAGE } from './options';
import { reportLines, verdicts } from './report';
import { playRound } from './round';
import type { Round } from './round';

/** Deaths on one database, before a new one is made. */
const KILLS_A_ROUND = 20;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const signal = interruption();
  const began = Date.now();
  const rounds: Round[] = [];
  console.log(`Crashes on ${options.db}, seed ${options.seed}: ${JSON.stringify(options)}`);
  for (let done = 0; done < options.kills; done += KILLS_A_ROUND) {
    if (signal.aborted || Date.now() - began > options.minutes * 60_000) break;
    const kills = Math.min(KILLS_A_ROUND, options.kills - done);
    const round = await playRound(options, kills, options.seed + rounds.length);
    rounds.push(round);
    const broken = round.judged.filter((one) => one.broken.length > 0).length;
    console.log(
      `  seed ${round.seed}: ${round.deaths.length} deaths, ${round.calls} calls, ${broken} promises broken`,
    );
  }
  const seconds = (Date.now() - began) / 1000;
  for (const line of reportLines(options, rounds, seconds)) console.log(line);
  return verdicts(options, rounds).every(({ holds }) => holds) ? 0 : 1;
}

runAsCommand(USAGE, main);
