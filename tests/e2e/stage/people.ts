import { staffWith } from '../../loop/staff';
import type { Person, Position } from './house';

const PASSWORD = 'E2e-password-1';

export const PEOPLE: Record<Position, Person> = {
  owner: { email: 'owner@venue.example', password: PASSWORD },
  manager: { email: 'manager@venue.example', password: PASSWORD },
  desk: { email: 'desk@venue.example', password: PASSWORD },
};

/** The roles that the project makes on its first start. */
const ROLES: Array<[Position, string]> = [
  ['manager', 'studio-manager'],
  ['desk', 'front-desk'],
];

interface Role {
  id: number;
  code: string;
}

/** Makes the staff whom the owner would invite, each with their role. */
export async function inviteStaff(url: string, ownersToken: string): Promise<void> {
  const owner = staffWith(url, ownersToken);
  const { data: roles } = await owner.get<{ data: Role[] }>('/admin/roles');
  for (const [position, code] of ROLES) {
    const role = roles.find((one) => one.code === code);
    if (!role) throw new Error(`There is no role ${code}.`);
    const { email, password } = PEOPLE[position];
    const { data } = await owner.post<{ data: { registrationToken: string } }>('/admin/users', {
      email,
      firstname: position === 'desk' ? 'Dana' : 'Mila',
      lastname: position === 'desk' ? 'Desk' : 'Manager',
      roles: [role.id],
    });
    await staffWith(url, ownersToken).post('/admin/register', {
      registrationToken: data.registrationToken,
      userInfo: {
        firstname: position === 'desk' ? 'Dana' : 'Mila',
        lastname: position === 'desk' ? 'Desk' : 'Manager',
        password,
      },
    });
  }
}
