import { instant, instantOrNull } from '../venue/ports';
import type { SessionView } from '../wire/session';
import { credentialsRefused, linkLost } from './connection';
import type { LinkRow } from './connection';
import type { SyncRecord } from './sync-record';

/** Where an appointment stands with Onefit, in a word. */
export const SESSION_STANDINGS = [
  'on_onefit',
  'waiting',
  'needs_attention',
  'not_offered',
] as const;

export type SessionStanding = (typeof SESSION_STANDINGS)[number];

/** Why, as a word; the panel says it in a sentence and what to do about it. */
export const STANDING_REASONS = [
  'delivered',
  'rule_off',
  'not_ordered',
  'not_linked',
  'over',
  'cancelled',
  'no_spots',
  'sending',
  'connection_down',
  'refused',
] as const;

export type StandingReason = (typeof STANDING_REASONS)[number];

export interface Standing {
  state: SessionStanding;
  reason: StandingReason;
  /** since when it is there or waits; ISO 8601, UTC */
  since: string | null;
  /** when it is tried again, where that is known */
  nextTryAt: string | null;
  /** Onefit's own word, where it refused or the connection fails */
  word: { code: string | null; detail: string | null } | null;
}

export interface StandingFacts {
  view: SessionView;
  orderActive: boolean;
  ruleAllows: boolean;
  link: LinkRow | null;
  record: SyncRecord | null;
  now: Date;
}

function at(stored: Parameters<typeof instantOrNull>[0]): string | null {
  return instantOrNull(stored)?.toISOString() ?? null;
}

function standing(
  state: SessionStanding,
  reason: StandingReason,
  rest: Partial<Pick<Standing, 'since' | 'nextTryAt' | 'word'>> = {},
): Standing {
  return { state, reason, since: null, nextTryAt: null, word: null, ...rest };
}

/** Why something that Onefit should hear has not reached it yet. */
function undelivered({ link, record }: StandingFacts): Standing {
  const since = at(record?.desired_at);
  if (record && record.refused_version === record.desired_version) {
    const word = { code: record.refusal_code, detail: record.refusal_detail };
    return standing('needs_attention', 'refused', { since, word });
  }
  if (!link || linkLost(link)) return standing('waiting', 'not_linked', { since });
  if (link.failing_since !== null) {
    const state = credentialsRefused(link) ? 'needs_attention' : 'waiting';
    return standing(state, 'connection_down', {
      since: at(link.failing_since),
      nextTryAt: at(link.next_attempt_at),
      word: { code: link.error_code, detail: link.error_detail },
    });
  }
  return standing('waiting', 'sending', { since });
}

/** Says where an appointment stands with Onefit, and why, from facts alone. */
export function standingOf(facts: StandingFacts): Standing {
  const { view, record, now } = facts;
  const told = record !== null && record.acknowledged_version >= record.desired_version;
  if (instant(view.endsAt) <= now) return standing('not_offered', 'over');
  const pending = record !== null && !told;
  if (view.state === 'cancelled') {
    return pending ? undelivered(facts) : standing('not_offered', 'cancelled');
  }
  if (!facts.ruleAllows || !facts.orderActive) {
    const reason = facts.ruleAllows ? 'not_ordered' : 'rule_off';
    return pending && facts.link ? undelivered(facts) : standing('not_offered', reason);
  }
  if (!told) return undelivered(facts);
  const reason = view.spotLimit === 0 ? 'no_spots' : 'delivered';
  return standing('on_onefit', reason, { since: at(record.acknowledged_at) });
}
