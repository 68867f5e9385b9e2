import type { Core } from '@strapi/strapi';
import { writeActivities } from '../activity-log/write';
import type { Activity } from '../activity-log/write';
import type { Clock } from '../clock';
import { EXTENSION_ORDERS } from '../tables';
import { listVenues } from '../venue/venues';
import type { VenueIds } from '../venue/venues';
import { activeOrder } from './active-order';
import { CONFIRMATION_TEXTS } from './confirmation-texts';
import type { ConfirmationText } from './confirmation-texts';
import { escaped, panelUrl, sendMail } from './mail';
import type { Mail } from './mail';

const MAILED: Activity = { kind: 'confirmation_mailed', outcome: 'done', source: 'clock' };

function idLines(text: ConfirmationText, venues: VenueIds[]): string[] {
  return venues.flatMap((venue) => [
    `${venue.companyName ?? ''} · ${text.company}: ${venue.companyUuid ?? ''}`,
    `${venue.name} · ${text.venue}: ${venue.uuid}`,
  ]);
}

/** The mail's two bodies, which say the same. */
export function composeConfirmation(language: string, venues: VenueIds[], url: string): Mail {
  const text = CONFIRMATION_TEXTS[language] ?? CONFIRMATION_TEXTS.en;
  const ids = [...new Set(idLines(text, venues))];
  const steps = text.steps.map((step, index) => `${index + 1}. ${step}`);
  return {
    subject: text.subject,
    text: [
      text.greeting,
      '',
      text.ordered,
      '',
      text.nextSteps,
      ...steps,
      '',
      ...ids,
      '',
      text.closing,
      url,
    ].join('\n'),
    html: [
      `<p>${escaped(text.greeting)}</p><p>${escaped(text.ordered)}</p>`,
      `<p>${escaped(text.nextSteps)}</p>`,
      `<ol>${text.steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>`,
      `<p>${ids.map(escaped).join('<br>')}</p>`,
      `<p>${escaped(text.closing)}<br><a href="${escaped(url)}">${escaped(url)}</a></p>`,
    ].join('\n'),
  };
}

/**
 * Sends the confirmation of the order in force if it was not sent yet. A failure is kept on the
 * order, where staff see it, and the clock tries again; the order itself stands either way.
 */
export async function sendConfirmation(strapi: Core.Strapi, clock: Clock): Promise<boolean> {
  const knex = strapi.db.connection;
  const order = await activeOrder(knex);
  if (!order || order.confirmation_sent_at !== null) return true;
  const note = (columns: Record<string, unknown>) =>
    knex(EXTENSION_ORDERS).where({ id: order.id }).update(columns);
  const venues = await listVenues(knex);
  const mail = composeConfirmation(order.language ?? 'en', venues, panelUrl(strapi));
  const failure = await sendMail(strapi, order.contact_email, mail);
  if (failure === null) {
    await note({ confirmation_sent_at: clock.now(), confirmation_error: null });
    await writeActivities(knex, [MAILED], clock.now());
    return true;
  }
  strapi.log.warn('Onefit: the confirmation of the order could not be sent; it is tried again');
  await note({ confirmation_error: failure.reason });
  // The clock tries every few minutes; that it began to fail is said once.
  if (order.confirmation_error === null) {
    await writeActivities(knex, [{ ...MAILED, outcome: 'failed' }], clock.now());
  }
  return false;
}
