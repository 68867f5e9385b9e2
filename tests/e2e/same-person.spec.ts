import { accessibilityFindings } from './browser/accessibility';
import { cancelBooking } from './browser/sign-in-list';
import { expect, test } from './browser/test';
import { onefitOf } from './onefit/onefit';
import { bookOwn, connected, makeSession } from './studio/studio';

const EMAIL = 'sanne.twice@members.example';

test.describe('two customers who are one person', () => {
  test.use({ as: 'manager' });

  test('are compared and merged, once only one of them has a place', async ({
    page,
    staff,
    house,
  }) => {
    const onefit = onefitOf(house);
    await connected(staff, house);
    const appointment = await makeSession(staff, onefit, 6);
    await bookOwn(staff, appointment, {
      firstName: 'Sanne',
      lastName: 'Known',
      email: EMAIL,
      phone: '+31 6 12345678',
    });
    const member = { id: 'of-twice-1', firstName: 'Sanne', lastName: 'Twice', email: EMAIL };
    expect((await onefit.book(appointment, member)).venueStatus).toBe(201);

    await page.goto('/admin/plugins/onefit-aggregator/same-person');
    const proposal = page.getByText(
      /Sanne Twice, created by Onefit on .*same e-mail as Sanne Known/,
    );
    await expect(proposal).toBeVisible();
    await page.getByRole('link', { name: 'Compare and merge…' }).last().click();
    await expect(page.getByRole('heading', { name: 'Merge two customers' })).toBeVisible();
    const comparison = page.url();
    await expect(page.getByText('Both have a place in this appointment.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Merge…' })).toBeDisabled();
    expect(await accessibilityFindings(page)).toEqual([]);

    await page.getByRole('link', { name: /^Strong by Zumba ·/ }).click();
    await cancelBooking(page, 'Sanne Known');

    await page.goto(comparison);
    await page.getByRole('button', { name: 'Merge…' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Merge for good' }).click();
    await expect(page.getByText('The two customers are one now.')).toBeVisible();
    const left = await staff.find('customer', { email: EMAIL });
    expect(left).toHaveLength(1);
    expect(left[0]?.phone).toBe('+31 6 12345678');
    const [place] = await staff.find('booking', { state: 'confirmed', memberId: member.id });
    expect(JSON.stringify(place?.customer ?? left)).toContain(left[0]?.documentId);
  });
});
