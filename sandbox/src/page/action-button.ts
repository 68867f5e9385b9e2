import { html } from './html';
import type { Html } from './html';

/** A button that makes one call to the control API. */
export interface Action {
  /** Method and path below `/sandbox/api`. */
  call: string;
  label: string;
  /** The JSON body. */
  body?: object;
  /** What is said once it is done. */
  done?: string;
  /** What is asked before. */
  confirm?: string;
  /** What a screen reader hears instead of the label. */
  name?: string;
  primary?: boolean;
}

/** Renders a button that public/js/actions.js carries out. */
export function actionButton({ call, label, body, done, confirm, name, primary }: Action): Html {
  return html`<button
    type="button"
    class="${primary ? 'primary' : 'secondary'}"
    data-call="${call}"
    data-body="${body ? JSON.stringify(body) : ''}"
    data-done="${done ?? ''}"
    data-confirm="${confirm ?? ''}"
    aria-label="${name ?? label}"
  >
    ${label}
  </button>`;
}
