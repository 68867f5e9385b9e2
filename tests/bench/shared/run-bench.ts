import { existsSync } from 'node:fs';
import path from 'node:path';
import { OptionError } from '../../support/command-line';
import { readOptions } from './options';
import type { BenchOptions } from './options';

const BUILT = path.resolve(__dirname, '../../../dist/src/index.js');
const USAGE =
  'Options: --rounds 5 --seconds 5 --db sqlite|postgres (both without it) --items 20000 --stock-tuned';

/** Runs a benchmark with the options of the command line; its result is the last line, as JSON. */
export function runBench(bench: (options: BenchOptions) => Promise<object>): void {
  async function run(): Promise<void> {
    const options = readOptions(process.argv.slice(2));
    if (!existsSync(BUILT)) throw new OptionError('Build first: npm run build:test');
    console.log(JSON.stringify(await bench(options)));
  }
  run().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof OptionError ? `${error.message}\n${USAGE}` : error);
      process.exit(1);
    },
  );
}
