import type { Core } from '@strapi/strapi';
import { writeActivities } from '../activity-log/write';
import type { Clock } from '../clock';
import { NOTICES } from '../tables';
import { instant } from '../venue/ports';
import { venueNames } from '../venue/names';
import { escaped, panelUrl, sendMail } from './mail';
import type { Mail } from './mail';
import { NOTICE_TEXTS } from './notice-texts';
import type { NoticeFacts, NoticeKind } from './notice-texts';
import { unsentNotices } from './notices';
import type { NoticeRow } from './notices';

/** After this a notice is no news any more; that it never went out stands in the activity log. */
const NEWS_MS = 72 * 60 * 60_000;

/** A moment as people read it, with the zone in which it is meant. */
function written(at: Date, language: string, timeZone: string): string {
  const moment = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(at);
  return `${moment} (${timeZone})`;
}

/** The mail of a notice, in a language that there is; English otherwise. */
export function composeNotice(
  kind: NoticeKind,
  language: string,
  facts: NoticeFacts,
  url: string,
): Mail {
  const { subject, paragraphs } = (NOTICE_TEXTS[language] ?? NOTICE_TEXTS.en)[kind](facts);
  const link = `<p><a href="${escaped(url)}">${escaped(url)}</a></p>`;
  return {
    subject,
    text: [...paragraphs, url].join('\n\n'),
    html: [...paragraphs.map((text) => `<p>${escaped(text)}</p>`), link].join('\n'),
  };
}

async function mailOf(strapi: Core.Strapi, notice: NoticeRow): Promise<Mail> {
  const names = await venueNames(strapi.db.connection, [notice.venue_key]);
  const venue = names[notice.venue_key] ?? { name: notice.venue_key, timeZone: 'UTC' };
  const language =
    notice.language !== null && notice.language in NOTICE_TEXTS ? notice.language : 'en';
  const at = written(instant(notice.about), language, venue.timeZone);
  return composeNotice(notice.kind, language, { venue: venue.name, at }, panelUrl(strapi));
}

async function sendOne(strapi: Core.Strapi, notice: NoticeRow, clock: Clock): Promise<boolean> {
  const knex = strapi.db.connection;
  const error = await sendMail(strapi, notice.recipient, await mailOf(strapi, notice));
  const now = clock.now();
  const isOld = now.getTime() - instant(notice.created_at).getTime() > NEWS_MS;
  const log = (outcome: 'done' | 'failed') =>
    writeActivities(
      knex,
      [{ kind: 'notice_mailed', outcome, source: 'clock', venue: notice.venue_key }],
      now,
    );
  if (error === null) {
    await knex(NOTICES).where({ id: notice.id }).update({ sent_at: now, error: null });
    await log('done');
    return true;
  }
  strapi.log.warn(`Onefit: the mail "${notice.kind}" could not be sent; it is tried again`);
  await knex(NOTICES)
    .where({ id: notice.id })
    .update({ error, ...(isOld && { given_up_at: now }) });
  // The clock tries every minute; that it began to fail is said once.
  if (notice.error === null) await log('failed');
  return false;
}

/**
 * Sends the notices that wait. When the mail server does not take one, the others wait too: it is
 * tried again by the clock, for three days.
 */
export async function sendNotices(strapi: Core.Strapi, clock: Clock): Promise<void> {
  for (const notice of await unsentNotices(strapi.db.connection)) {
    if (!(await sendOne(strapi, notice, clock))) return;
  }
}
