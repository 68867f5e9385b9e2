/**
 * `npm run customer -- erase <id>` takes everything that says who a customer is out of the
 * database; `npm run customer -- export <id>` prints everything that is kept about one, as JSON.
 * The id is the customer's document id, shown in the address of the profile.
 */
import { Refusal } from '../src/domain/refusal';
import { say } from '../src/domain/sentence';
import { customersOf } from '../src/domain/services';
import { withProject } from './open-project';

const USAGE = 'Usage: npm run customer -- erase <id> | export <id>';

async function main(action: string | undefined, id: string | undefined): Promise<string> {
  if ((action !== 'erase' && action !== 'export') || !id) throw new Refusal('usage', say`${USAGE}`);
  return withProject(async (strapi) => {
    if (action === 'export') {
      return JSON.stringify(await customersOf(strapi).export(id), null, 2);
    }
    await customersOf(strapi).erase(id);
    return 'Erased. The bookings stay as counts.';
  });
}

main(process.argv[2], process.argv[3]).then(
  (said) => {
    console.log(said);
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  },
);
