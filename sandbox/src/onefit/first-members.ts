import type { OnefitStore } from './store';

/** Makes three members to play with, so that one can book without typing first. */
export function addFirstMembers(store: OnefitStore): void {
  const members = [
    { id: 'of-m-1001', firstName: 'Sam', lastName: 'Visser', email: 'sam.visser@example.com' },
    { id: 'of-m-1002', firstName: 'Noor', lastName: 'de Wit', email: 'noor.dewit@example.com' },
    { id: 'of-m-1003', firstName: 'Zoë', lastName: 'Jansen' },
  ];
  for (const member of members) store.members.set(member.id, member);
}
