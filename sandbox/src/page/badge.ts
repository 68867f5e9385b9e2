import { html } from './html';
import type { Html } from './html';

/** `good`, `bad`, `warn` and `plain` are colours; sign and word carry the meaning without them. */
export type Tone = 'good' | 'bad' | 'warn' | 'plain';

const SIGNS: Record<Tone, string> = { good: '✓', bad: '✕', warn: '!', plain: '·' };

/** A state in a word, with a sign of its own. */
export function badge(tone: Tone, word: string): Html {
  return html`<span class="badge ${tone}"
    ><span aria-hidden="true">${SIGNS[tone]}</span> ${word}</span
  >`;
}
