import type { SessionState, SessionStanding, StandingReason } from '../api/sessions';
import type { Tone } from './StateWord';
import { useTimes } from './times';
import { useText } from './use-text';
import type { TextKey } from './use-text';

/** How each standing is told. */
export const STANDINGS: Record<SessionStanding, { tone: Tone; word: TextKey }> = {
  on_onefit: { tone: 'good', word: 'standing.onOnefit' },
  waiting: { tone: 'waiting', word: 'standing.waiting' },
  needs_attention: { tone: 'attention', word: 'standing.needsAttention' },
  not_offered: { tone: 'off', word: 'standing.notOffered' },
};

/** Why it stands so, and what to do about it. */
const REASONS: Record<StandingReason, TextKey> = {
  delivered: 'reason.delivered',
  rule_off: 'reason.ruleOff',
  not_ordered: 'reason.notOrdered',
  not_linked: 'reason.notLinked',
  over: 'reason.over',
  cancelled: 'reason.cancelled',
  no_spots: 'reason.noSpots',
  sending: 'reason.sending',
  connection_down: 'reason.connectionDown',
  refused: 'reason.refused',
};

/** Where an appointment stands with Onefit, in words: state, reason, and what Onefit said. */
export function useStanding(session: SessionState) {
  const { t } = useText();
  const { dayAndTime } = useTimes(session.timeZone);
  const { state, reason, since, nextTryAt, word, availableSpots } = session;
  const values = { since: since === null ? '' : dayAndTime(since), free: availableSpots };
  const said = [word?.code, word?.detail].filter(Boolean).join(': ');
  return {
    tone: STANDINGS[state].tone,
    word: t(STANDINGS[state].word),
    /** the reason and what to do */
    sentence: t(REASONS[reason], values),
    nextTry: nextTryAt === null ? null : t('reason.nextTry', { at: dayAndTime(nextTryAt) }),
    /** Onefit's own word; plain text, never markup */
    quote: said === '' ? null : t('reason.word', { said }),
    /** whether Onefit holds it as it is */
    isDelivered: state === 'on_onefit',
    /** whether sending again can change anything */
    canRetry: state === 'needs_attention' || (state === 'waiting' && reason !== 'not_linked'),
  };
}
