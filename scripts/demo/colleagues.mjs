/** Who works at the demo's studio besides the administrator, by the role that the project makes. */
const COLLEAGUES = [
  { role: 'studio-manager', email: 'studio@venue.example', firstname: 'Sam', lastname: 'Studio' },
  { role: 'front-desk', email: 'desk@venue.example', firstname: 'Dana', lastname: 'Desk' },
];

async function call(url, method, token, body) {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${text}`);
  return JSON.parse(text).data;
}

/** Signs the administrator in; null where the password was changed, or somebody else came first. */
async function tokenOf(venueUrl, email, password) {
  const answer = await fetch(`${venueUrl}/admin/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  return answer.ok ? (await answer.json()).data.token : null;
}

/**
 * Invites a studio manager and somebody for the front desk, each unless they are there, as the
 * administrator would. Gives name of the role and e-mail of each whose role still exists; none where the
 * administrator's password is not the demo's any more.
 */
export async function ensureColleagues(venueUrl, administrator, password) {
  const token = await tokenOf(venueUrl, administrator, password);
  if (token === null) {
    console.log('The password was changed in the panel: sign in with your own.');
    return [];
  }
  const roles = await call(`${venueUrl}/admin/roles`, 'GET', token);
  const { results: users } = await call(`${venueUrl}/admin/users?pageSize=100`, 'GET', token);
  const known = new Set(users.map(({ email }) => email));
  const there = [];
  for (const { role: code, ...person } of COLLEAGUES) {
    const role = roles.find((one) => one.code === code);
    if (!role) continue;
    if (!known.has(person.email)) {
      const { registrationToken } = await call(`${venueUrl}/admin/users`, 'POST', token, {
        ...person,
        roles: [role.id],
      });
      const { firstname, lastname } = person;
      await call(`${venueUrl}/admin/register`, 'POST', null, {
        registrationToken,
        userInfo: { firstname, lastname, password },
      });
    }
    there.push({ role: role.name, email: person.email });
  }
  return there;
}
