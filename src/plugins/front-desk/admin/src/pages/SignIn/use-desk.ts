import { useCallback, useMemo, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { useFailure } from '../../api/failure';
import { useSignInApi } from '../../api/sign-in';
import type { BookingState, SignInEntry } from '../../api/sign-in';
import { useText } from '../../components/use-text';

/** What was done last, for the notice and its undo. */
export interface Done {
  /** the booking that can be taken back; null where there is nothing to take back */
  booking: string | null;
  /** the customer's name */
  name: string;
  sentence: string;
}

interface Deed {
  /** the customer's name */
  name: string;
  work: () => Promise<SignInEntry>;
  /** what is said once it is done */
  done: string;
  /** what is shown until the server has answered */
  expect?: { booking: string; state: BookingState };
  /** false where this cannot be taken back */
  undoable?: boolean;
}

/**
 * Does things at the desk one after the other: shows at once what is expected, loads the list
 * again, says why when something is refused, and keeps what can be taken back.
 */
export function useDesk(reload: () => Promise<void>) {
  const { t } = useText();
  const { sentence } = useFailure();
  const { toggleNotification } = useNotification();
  const api = useSignInApi();
  const [expected, setExpected] = useState<ReadonlyMap<string, BookingState>>(new Map());
  const [last, setLast] = useState<Done | null>(null);

  const act = useCallback(
    async ({ name, work, done, expect, undoable = true }: Deed): Promise<boolean> => {
      if (expect) setExpected((all) => new Map(all).set(expect.booking, expect.state));
      try {
        const entry = await work();
        setLast({ booking: undoable ? entry.documentId : null, name, sentence: done });
        return true;
      } catch (error) {
        toggleNotification({ type: 'warning', message: sentence(error) });
        return false;
      } finally {
        await reload();
        if (expect) {
          setExpected((all) => new Map([...all].filter(([booking]) => booking !== expect.booking)));
        }
      }
    },
    [reload, sentence, toggleNotification],
  );

  const undo = useCallback(
    async (booking: string, name: string) => {
      try {
        const { documentId, state } = await api.undo(booking);
        await reload();
        const again = documentId !== booking;
        const back = state === 'cancelled' ? 'undo.cancelled' : 'undo.done';
        setLast({ booking: null, name, sentence: t(again ? 'undo.bookedAnew' : back, { name }) });
      } catch (error) {
        toggleNotification({ type: 'warning', message: sentence(error) });
        await reload();
      }
    },
    [api, reload, sentence, t, toggleNotification],
  );

  return useMemo(
    () => ({
      /** The page's own: a call must not end with the row or dialog that began it. */
      api,
      act,
      undo,
      expected,
      last,
    }),
    [api, act, undo, expected, last],
  );
}

export type Desk = ReturnType<typeof useDesk>;
