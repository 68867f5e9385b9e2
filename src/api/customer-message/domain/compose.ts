import { instant } from '../../../database/values';
import type { MessageFacts } from './facts';
import type { MessageRow } from './message-row';
import { MESSAGE_TEXTS } from './texts';
import type { MessageTexts } from './texts';

/** An e-mail's parts; `text` and `html` say the same. */
export interface Mail {
  subject: string;
  text: string;
  html: string;
}

type Told = Pick<
  MessageRow,
  'occasion' | 'reason' | 'subject' | 'text' | 'previous_starts_at' | 'previous_ends_at'
>;

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A heading has one line, whatever a name holds. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/** Puts values in; a value is never read as a text with braces of its own. */
function filled(text: string, values: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A span of time in the venue's zone, such as `Tuesday 1 December 2026, 18:30–19:30`. */
function spanOf(locale: string, timeZone: string, startsAt: Date, endsAt: Date): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full' });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  return `${day.format(startsAt)}, ${clock.format(startsAt)}–${clock.format(endsAt)}`;
}

function paragraphs(texts: MessageTexts, told: Told, facts: MessageFacts): string[] {
  const span = (startsAt: Date, endsAt: Date) =>
    spanOf(texts.locale, facts.timeZone, startsAt, endsAt);
  const when = span(facts.startsAt, facts.endsAt);
  const values = { firstName: facts.firstName, activity: facts.activity, venue: facts.venue, when };
  const why = (text: string, reason: string | null) => (reason ? [filled(text, { reason })] : []);
  if (told.occasion === 'written') return [told.text ?? '', filled(texts.written.about, values)];
  if (told.occasion === 'cancelled') {
    const { lead, reason, next } = texts.cancelled;
    return [filled(lead, values), ...why(reason, facts.cancellationReason), next];
  }
  const { lead, was, is, reason, next } = texts.moved;
  const before =
    told.previous_starts_at === null || told.previous_ends_at === null
      ? []
      : [
          filled(was, {
            when: span(instant(told.previous_starts_at), instant(told.previous_ends_at)),
          }),
        ];
  const place = facts.room ? `${when}, ${facts.room}` : when;
  return [
    filled(lead, values),
    [...before, filled(is, { when: place })].join('\n'),
    ...why(reason, told.reason),
    next,
  ];
}

/** Writes a message in the customer's language, in plain text and in HTML. */
export function compose(told: Told, facts: MessageFacts): Mail {
  const texts = MESSAGE_TEXTS[facts.language ?? 'en'] ?? MESSAGE_TEXTS.en;
  const all = [
    filled(texts.greeting, { firstName: facts.firstName }),
    ...paragraphs(texts, told, facts),
    `${texts.closing}\n${facts.venue}`,
  ];
  const subject =
    told.occasion === 'written'
      ? (told.subject ?? '')
      : filled(texts[told.occasion].subject, {
          activity: facts.activity,
          when: spanOf(texts.locale, facts.timeZone, facts.startsAt, facts.endsAt),
        });
  return {
    subject: oneLine(subject),
    text: all.join('\n\n'),
    html: all.map((text) => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`).join('\n'),
  };
}
