/**
 * `npm run test:cluster`: several instances on one PostgreSQL behind nginx; one stands still for
 * longer than its claim holds, one is killed and replaced, all are restarted in turn, while everybody
 * is at work. See ../README.md.
 *
 * Ends with 0 when all promises held; with `--control`, when it was found which does not.
 */
import { runAsCommand } from '../../support/command-line';
import { readOptions, USAGE } from './options';
import { LOST_CLAIM, run } from './run';

const SHOWN = 5;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const began = Date.now();
  console.log(`Cluster, seed ${options.seed}: ${JSON.stringify(options)}`);
  const { judged, facts } = await run(options);
  const wanted =
    options.control === null ? judged : judged.filter((one) => one.promise === LOST_CLAIM);
  const results = wanted.map(({ promise, broken }) => {
    const holds = (broken.length === 0) === (options.control === null);
    const name = options.control === null ? promise : `found broken: ${promise}`;
    console.log(`  ${holds ? 'ok   ' : 'FAIL '} ${name}`);
    for (const line of broken.slice(0, SHOWN)) console.log(`    ${line}`);
    return holds;
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(JSON.stringify({ ...options, ...facts, seconds }));
  const failed = results.filter((holds) => !holds).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

runAsCommand(USAGE, main);
