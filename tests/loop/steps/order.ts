import assert from 'node:assert/strict';
import { until } from '../../support/wait';
import { refusalOf } from '../staff';
import type { Story } from '../story';
import type { World } from '../world';

const CONTACT = 'owner@studio.example';

interface Mail {
  to: string[];
  subject: string;
  text: string;
}

/** Step 1 of the article: staff order the extension, and the confirmation names both IDs. */
export async function orderTheExtension(story: Story, world: World): Promise<void> {
  const { staff, onefit, place } = world;
  story.chapter('1) Order the Onefit API in the Market');

  await story.check('Before the order, Onefit cannot link the venue', async () => {
    await assert.rejects(onefit.link(place.venueUuid, place.companyUuid), /extension_not_ordered/);
  });

  await story.step('Staff order the extension', async () => {
    const { order } = await staff.post<{ order: { contactEmail: string } }>(
      '/onefit-aggregator/extension-order',
      { contactEmail: CONTACT },
    );
    assert.equal(order.contactEmail, CONTACT);
  });

  await story.check('The confirmation arrives by e-mail, with both UUIDs', async () => {
    const mail = await until('the confirmation', async () => {
      const { mails } = await onefit.control<{ mails: Mail[] }>('GET', '/mails');
      return mails.find(({ to }) => to.includes(CONTACT));
    });
    assert.ok(mail.text.includes(place.companyUuid), 'the Company UUID is not in the mail');
    assert.ok(mail.text.includes(place.venueUuid), 'the Venue UUID is not in the mail');
  });

  await story.check('Ordering again is refused, kindly', async () => {
    const again = staff.post('/onefit-aggregator/extension-order', { contactEmail: CONTACT });
    assert.equal((await refusalOf(again)).code, 'already_ordered');
  });
}
