/**
 * `npm run bench:admin`: the Schedule of a week with 300 appointments and a Sign-in of 60 bookings
 * against stock Strapi's content-manager lists of the same rows. Fails where one takes more than
 * 1.5 times as long. The last line of the output is JSON.
 */
import { OptionError } from '../../support/command-line';
import { readOptions } from '../shared/options';
import { judge, lines } from '../shared/targets';
import { measureAdmin } from './measure';

const MOST_OF_STOCK = 1.5;

async function bench(): Promise<boolean> {
  const { rounds, databases } = readOptions(process.argv.slice(2));
  const [kind = 'sqlite'] = databases;
  process.env.TEST_DATABASE = kind;
  const figures = await measureAdmin(rounds);
  let met = true;
  for (const [name, page] of Object.entries(figures)) {
    const judged = judge({ ...page }, { ratio: { most: MOST_OF_STOCK } });
    console.log(`${name} on ${kind}, milliseconds`);
    for (const line of lines(judged)) console.log(line);
    met &&= judged.every((figure) => figure.met);
  }
  console.log(JSON.stringify(figures));
  return met;
}

bench().then(
  (met) => process.exit(met ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof OptionError ? error.message : error);
    process.exit(1);
  },
);
