import type { ExtensionState } from '../../api/market';
import type { Tone } from '../../components/StateWord';
import type { TextKey } from '../../components/use-text';

/** How each state of the extension is told. */
export const EXTENSION_STATES: Record<ExtensionState, { tone: Tone; word: TextKey }> = {
  not_ordered: { tone: 'off', word: 'market.state.notOrdered' },
  ended: { tone: 'off', word: 'market.state.ended' },
  waiting: { tone: 'waiting', word: 'market.state.waiting' },
  working: { tone: 'good', word: 'market.state.working' },
  needs_attention: { tone: 'attention', word: 'market.state.needsAttention' },
};
