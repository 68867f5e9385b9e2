import type { ExtensionOrder } from '../../api/extension-order';
import type { SessionPage } from '../../api/sessions';
import type { ConnectionStatus } from '../../api/status';

export type Step = 'ordered' | 'allowed' | 'idsSent' | 'linked' | 'firstSession' | 'firstBooking';

export interface Facts {
  order: ExtensionOrder | null;
  /** undefined for those who may not see it */
  status: ConnectionStatus | undefined;
  /** what is on Onefit just now; undefined for those who may not see it */
  onOnefit: SessionPage | undefined;
  /** whether the IDs were copied in this browser */
  idsCopied: boolean;
}

/** The way to the first booking, step by step, with what is done: worked out from facts alone. */
export function stepsOf({ order, status, onOnefit, idsCopied }: Facts): Array<{
  step: Step;
  done: boolean;
}> {
  const venues = status?.venues ?? [];
  const some = (test: (venue: (typeof venues)[number]) => boolean) => venues.some(test);
  const linked = some(({ onefitVenueId }) => onefitVenueId !== null);
  return [
    { step: 'ordered', done: order !== null },
    {
      step: 'allowed',
      done: some(({ waiting, refused, delivered }) => waiting + refused + delivered > 0),
    },
    { step: 'idsSent', done: linked || idsCopied },
    { step: 'linked', done: linked },
    { step: 'firstSession', done: (onOnefit?.total ?? 0) > 0 },
    {
      step: 'firstBooking',
      done: (onOnefit?.sessions ?? []).some(({ bookedByOnefit }) => bookedByOnefit > 0),
    },
  ];
}
