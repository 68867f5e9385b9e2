/**
 * `npm run bench:scale`: what a further venue, appointment and booking costs, on PostgreSQL, at
 * growing numbers of venues; and whether anything grows faster than they do. docs/scaling.md says what
 * is measured and what came of it. The last line of the output is JSON.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { OptionError, runAsCommand } from '../../support/command-line';
import { startGenerator } from '../load/generator';
import { say } from '../shared/progress';
import { growthLines } from './growth';
import { measureAt } from './measure';
import type { Measured, Standing } from './measure';
import { readScaleOptions } from './options';
import { bytesEach, figuresOf, growth, sizeLines } from './report';

const BUILT = path.resolve(__dirname, '../../../dist/src/index.js');
const USAGE = 'Options: --venues 10,100,1000 --history-weeks 4 --rounds 3 --seconds 4';

function print(all: Measured[]): void {
  for (const line of sizeLines(all)) console.log(line);
  console.log('Bytes of one more, indexes and relations included');
  for (const [kind, bytes] of Object.entries(bytesEach(all))) {
    console.log(`  ${kind.padEnd(24)}${String(bytes).padStart(10)}`);
  }
  const grown = growth(all);
  if (grown.length > 0) console.log('From the size before the last to the last');
  for (const line of growthLines(grown)) console.log(line);
  console.log(JSON.stringify(figuresOf(all)));
}

async function main(): Promise<number> {
  const options = readScaleOptions(process.argv.slice(2));
  if (!existsSync(BUILT)) throw new OptionError('Build first: npm run build:test');
  const generator = await startGenerator();
  const all: Measured[] = [];
  let smallest: Standing | null = null;
  try {
    for (const venues of options.venues) {
      say(`${venues} venues`);
      const { measured, standing } = await measureAt(
        venues,
        options,
        generator,
        smallest?.target ?? null,
      );
      all.push(measured);
      if (smallest) await standing.stop();
      else smallest = standing;
    }
  } finally {
    await smallest?.stop();
    generator.stop();
  }
  print(all);
  return 0;
}

runAsCommand(USAGE, main);
