const EMAIL = 'manager@venue.example';

/** Makes the first administrator, unless there is one; gives the e-mail to sign in with. */
export async function ensureAdministrator(venueUrl, password) {
  const response = await fetch(`${venueUrl}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: EMAIL, password, firstname: 'Studio', lastname: 'Manager' }),
  });
  // 400: somebody is registered already, on an earlier run.
  if (!response.ok && response.status !== 400) {
    throw new Error(`The administrator could not be made: ${await response.text()}`);
  }
  return EMAIL;
}
