import type { ConnectionStatus } from '../../api/status';
import type { Tone } from '../../components/StateWord';
import type { TextKey } from '../../components/use-text';

export type ExtensionState = 'not_ordered' | 'ordered' | 'waiting' | 'working' | 'needs_attention';

/** How each state of the extension is told. */
export const EXTENSION_STATES: Record<ExtensionState, { tone: Tone; word: TextKey }> = {
  not_ordered: { tone: 'off', word: 'market.state.notOrdered' },
  ordered: { tone: 'good', word: 'market.state.ordered' },
  waiting: { tone: 'waiting', word: 'market.state.waiting' },
  working: { tone: 'good', word: 'market.state.working' },
  needs_attention: { tone: 'attention', word: 'market.state.needsAttention' },
};

/**
 * How the extension fares over all venues: the one that needs somebody decides.
 *
 * @param status undefined for those who may not see it
 */
export function extensionState(
  ordered: boolean,
  status: ConnectionStatus | undefined,
): ExtensionState {
  if (!ordered) return 'not_ordered';
  if (!status) return 'ordered';
  const states = status.venues.map(({ state }) => state);
  if (states.includes('needs_attention') || states.includes('degraded')) return 'needs_attention';
  return states.includes('working') ? 'working' : 'waiting';
}
