import type { FaultKind } from '../faults/fault';
import { html } from './html';
import type { Html } from './html';

/** The kinds of faults as the page calls them. */
export const KIND_NAMES: Record<FaultKind, string> = {
  latency: 'Latency',
  status: 'Error status (5xx, 429, 401, 403 …)',
  reset: 'Connection reset',
  applied_unanswered: 'Applied, but unanswered',
  malformed_json: 'Answer that is no JSON',
  wrong_schema: 'Answer of the wrong shape',
  hang: 'No answer at all',
  slow_body: 'Slow answer',
  huge_body: 'Huge answer',
  redirect: 'Redirect',
  forget: 'Forget the venue’s sessions',
  reject: 'Reject sessions',
};

interface Field {
  kinds: FaultKind[];
  name: string;
  label: string;
  type: 'number' | 'text' | 'lines' | 'boolean';
  value?: string;
  required?: boolean;
}

const FIELDS: Field[] = [
  {
    kinds: ['latency'],
    name: 'ms',
    label: 'Milliseconds',
    type: 'number',
    value: '2000',
    required: true,
  },
  { kinds: ['latency'], name: 'jitterMs', label: 'Up to so many more', type: 'number' },
  {
    kinds: ['status'],
    name: 'status',
    label: 'Status',
    type: 'number',
    value: '503',
    required: true,
  },
  { kinds: ['status'], name: 'retryAfter', label: 'Retry-After, seconds', type: 'number' },
  { kinds: ['status'], name: 'code', label: 'Code (else by status)', type: 'text' },
  {
    kinds: ['slow_body'],
    name: 'chunkBytes',
    label: 'Bytes at a time',
    type: 'number',
    value: '8',
  },
  {
    kinds: ['slow_body'],
    name: 'chunkMs',
    label: 'Milliseconds between',
    type: 'number',
    value: '1000',
  },
  { kinds: ['huge_body'], name: 'megabytes', label: 'Megabytes', type: 'number', value: '64' },
  { kinds: ['redirect'], name: 'location', label: 'Location (else itself)', type: 'text' },
  { kinds: ['reject'], name: 'sessionIds', label: 'Session ids, one a line', type: 'lines' },
  { kinds: ['reject'], name: 'classNames', label: 'Class names, one a line', type: 'lines' },
  {
    kinds: ['reject'],
    name: 'code',
    label: 'Code',
    type: 'text',
    value: 'room_unknown',
    required: true,
  },
  {
    kinds: ['reject'],
    name: 'detail',
    label: 'Detail',
    type: 'text',
    value: 'Onefit does not know this room.',
  },
  {
    kinds: ['status', 'reset', 'hang', 'redirect'],
    name: 'applied',
    label: 'Carry the request out first',
    type: 'boolean',
  },
];

/** The inputs of all kinds; public/fault-form.js shows those of the chosen one. */
export function effectFields(): Html {
  return html`${FIELDS.map((field) => {
    const input = fieldInput(field);
    const kinds = field.kinds.join(' ');
    return field.type === 'boolean'
      ? html`<label class="tick" data-kinds="${kinds}">${input} ${field.label}</label>`
      : html`<label data-kinds="${kinds}">${field.label} ${input}</label>`;
  })}`;
}

function fieldInput({ name, type, value = '', required = false }: Field): Html {
  const must = required ? 'true' : 'false';
  switch (type) {
    case 'number':
      return html`<input
        type="number"
        min="0"
        step="1"
        name="${name}"
        value="${value}"
        data-type="number"
        data-required="${must}"
      />`;
    case 'boolean':
      return html`<input type="checkbox" name="${name}" data-type="boolean" />`;
    case 'lines':
      return html`<textarea name="${name}" rows="2" data-type="lines"></textarea>`;
    case 'text':
      return html`<input name="${name}" value="${value}" data-required="${must}" />`;
  }
}
