import type { ConnectionState } from '../../api/status';
import type { Tone } from '../../components/StateWord';
import type { TextKey } from '../../components/use-text';

/** How each state of a connection is told, and what to do about it. */
export const CONNECTION_STATES: Record<
  ConnectionState,
  { tone: Tone; word: TextKey; help: TextKey }
> = {
  not_ordered: {
    tone: 'off',
    word: 'connection.notOrdered',
    help: 'connection.notOrderedHelp',
  },
  not_linked: {
    tone: 'waiting',
    word: 'connection.notLinked',
    help: 'connection.notLinkedHelp',
  },
  working: { tone: 'good', word: 'connection.working', help: 'connection.workingHelp' },
  degraded: { tone: 'attention', word: 'connection.degraded', help: 'connection.degradedHelp' },
  needs_attention: {
    tone: 'bad',
    word: 'connection.needsAttention',
    help: 'connection.needsAttentionHelp',
  },
};
