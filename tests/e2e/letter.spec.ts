import { accessibilityFindings } from './browser/accessibility';
import { expect, test } from './browser/test';
import { onefitOf } from './onefit/onefit';
import { bookOwn, makeAppointment } from './studio/studio';

test.describe('a manager writes to everybody who is booked', () => {
  test.use({ as: 'manager' });

  test('own customers get the e-mail', async ({ page, staff, house }) => {
    const appointment = await makeAppointment(staff, 5);
    const email = 'lotte.letter@customers.example';
    await bookOwn(staff, appointment, { firstName: 'Lotte', lastName: 'Letter', email });
    await page.goto(`/admin/plugins/front-desk/appointments/${appointment}`);
    await page.getByRole('button', { name: 'More for this appointment' }).click();
    await page.getByRole('menuitem', { name: 'E-mail to all…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Subject').fill('Bring a towel');
    await dialog.getByLabel('Text').fill('The shower is being repaired. See you then!');
    await dialog.getByRole('button', { name: 'Send' }).click();
    const letters = async () =>
      (await onefitOf(house).mails()).filter(({ to }) => to.includes(email));
    await expect.poll(async () => (await letters()).length).toBe(1);
    const [letter] = await letters();
    expect(letter?.subject).toBe('Bring a towel');
    expect(letter?.text).toContain('The shower is being repaired.');
    expect(await accessibilityFindings(page)).toEqual([]);
  });
});
