import type { ConnectionState } from '../../api/status';
import type { Tone } from '../../components/StateWord';
import type { TextKey } from '../../components/use-text';
import { MARKET_PATH, NEXT_STEPS_PATH } from '../../paths';

interface Told {
  tone: Tone;
  word: TextKey;
  /** what it means, and what to do */
  help: TextKey;
  /** where it can be done */
  remedy?: { to: string; text: TextKey };
}

/** How each state of a connection is told, and what to do about it. */
export const CONNECTION_STATES: Record<ConnectionState, Told> = {
  not_ordered: {
    tone: 'off',
    word: 'connection.notOrdered',
    help: 'connection.notOrderedHelp',
    remedy: { to: MARKET_PATH, text: 'rule.openMarket' },
  },
  not_linked: {
    tone: 'waiting',
    word: 'connection.notLinked',
    help: 'connection.notLinkedHelp',
    remedy: { to: NEXT_STEPS_PATH, text: 'remedy.nextSteps' },
  },
  working: { tone: 'good', word: 'connection.working', help: 'connection.workingHelp' },
  degraded: { tone: 'attention', word: 'connection.degraded', help: 'connection.degradedHelp' },
  needs_attention: {
    tone: 'bad',
    word: 'connection.needsAttention',
    help: 'connection.needsAttentionHelp',
  },
};
