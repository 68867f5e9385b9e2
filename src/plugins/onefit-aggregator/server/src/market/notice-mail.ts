import type { Core } from '@strapi/strapi';
import { writeActivities } from '../activity-log/write';
import type { Clock } from '../clock';
import { NOTICES } from '../tables';
import { instant } from '../venue/ports';
import { venueNames } from '../venue/names';
import { escaped, panelUrl, sendMail } from './mail';
import type { Mail, MailFailure } from './mail';
import { NOTICE_TEXTS } from './notice-texts';
import type { NoticeFacts, NoticeKind } from './notice-texts';
import { nextNotice } from './notices';
import type { NoticeRow } from './notices';

/** After this a notice is no news any more; that it never went out stands in the activity log. */
const NEWS_MS = 72 * 60 * 60_000;

/** The most mails of one round; the next one, a minute later, goes on. */
const MOST = 50;

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

/** Sends a notice and writes down what came of it; gives why it failed, null = it is sent. */
async function sendOne(
  strapi: Core.Strapi,
  notice: NoticeRow,
  clock: Clock,
): Promise<MailFailure | null> {
  const knex = strapi.db.connection;
  const failure = await sendMail(strapi, notice.recipient, await mailOf(strapi, notice));
  const now = clock.now();
  const isOld = now.getTime() - instant(notice.created_at).getTime() > NEWS_MS;
  const log = (outcome: 'done' | 'failed') =>
    writeActivities(
      knex,
      [{ kind: 'notice_mailed', outcome, source: 'clock', venue: notice.venue_key }],
      now,
    );
  if (failure === null) {
    await knex(NOTICES).where({ id: notice.id }).update({ sent_at: now, error: null });
    await log('done');
    return null;
  }
  const isGivenUp = isOld || failure.refusal === 'for_good';
  const next = isGivenUp ? 'given up' : 'tried again';
  strapi.log.warn(`Onefit: the mail "${notice.kind}" could not be sent; it is ${next}`);
  await knex(NOTICES)
    .where({ id: notice.id })
    .update({ error: failure.reason, ...(isGivenUp && { given_up_at: now }) });
  // The clock tries every minute; that it began to fail is said once.
  if (notice.error === null) await log('failed');
  return failure;
}

/**
 * Sends the notices that wait, to each recipient in the order in which they were written. An address
 * that the mail server refuses for good is given up, and one that it refuses for now holds up nobody
 * else. When the mail server is away, all wait: the clock tries again, for three days.
 *
 * @param hold is asked before each mail whether to go on, and throws where not
 */
export async function sendNotices(
  strapi: Core.Strapi,
  clock: Clock,
  hold: () => Promise<void> = async () => undefined,
): Promise<void> {
  const refused: string[] = [];
  for (let sent = 0, after = 0; sent < MOST; sent += 1) {
    await hold();
    const notice = await nextNotice(strapi.db.connection, after, refused);
    if (!notice) return;
    after = notice.id;
    const failure = await sendOne(strapi, notice, clock);
    if (failure?.refusal === null) return;
    if (failure?.refusal === 'for_now') refused.push(notice.recipient);
  }
}
