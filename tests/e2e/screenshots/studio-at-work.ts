import type { Staff } from '../../loop/staff';
import { onefitOf } from '../onefit/onefit';
import type { House } from '../stage/house';

const MEMBERS = [
  { id: 'of-1042', firstName: 'Zoë', lastName: 'Jansen', email: 'zoe.jansen@members.example' },
  { id: 'of-2077', firstName: 'Milan', lastName: 'de Wit' },
  { id: 'of-3310', firstName: 'Aylin', lastName: 'Kaya' },
];

const DAY_MS = 24 * 60 * 60_000;

/** Orders, allows two activities, links, and lets members book; gives an appointment with guests. */
export async function putToWork(staff: Staff, house: House): Promise<string> {
  const onefit = onefitOf(house);
  await staff.post('/onefit-aggregator/extension-order', {
    contactEmail: house.people.manager.email,
  });
  for (const name of ['Zumba', 'Barre Fusion']) {
    const [activity] = await staff.find('activity', { name });
    if (!activity) throw new Error(`There is no activity ${name}.`);
    await staff.save('activity', activity.documentId, {
      aggregatorBookings: 'allowed',
      aggregatorSpotLimit: 6,
    });
  }
  await onefit.link();
  const sessions = await untilThere(() => onefit.scheduled());
  const ahead = sessions
    .filter(({ startsAt }) => Date.parse(startsAt) > Date.now() + DAY_MS)
    .sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  const [first, second] = ahead;
  if (!first || !second) throw new Error('Nothing is on Onefit a day ahead.');
  for (const member of MEMBERS) await onefit.book(first.id, member);
  await onefit.book(second.id, MEMBERS[0] as (typeof MEMBERS)[number]);
  return first.id;
}

async function untilThere<Item>(look: () => Promise<Item[]>): Promise<Item[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await look();
    if (found.length > 20) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The appointments did not arrive at Onefit.');
}
