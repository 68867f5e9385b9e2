import { useCallback, useMemo, useRef, useState } from 'react';
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

const NOTHING = { booking: null, name: '' };

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
  /** What is being done, so that its undo can wait for it; gives what was done, null where not. */
  const underWay = useRef<Promise<Done | null>>(Promise.resolve(null));

  const follow = useCallback((deed: Promise<Done | null>) => {
    underWay.current = deed.then((done) => {
      if (done) setLast(done);
      return done;
    });
    return underWay.current;
  }, []);

  const act = useCallback(
    async ({ name, work, done, expect, undoable = true }: Deed): Promise<boolean> => {
      if (expect) setExpected((all) => new Map(all).set(expect.booking, expect.state));
      const refused = (error: unknown) => {
        toggleNotification({ type: 'warning', message: sentence(error) });
        return null;
      };
      const wasDone = await follow(
        work().then(
          (entry) => ({ booking: undoable ? entry.documentId : null, name, sentence: done }),
          refused,
        ),
      );
      await reload();
      if (expect) {
        setExpected((all) => new Map([...all].filter(([booking]) => booking !== expect.booking)));
      }
      return wasDone !== null;
    },
    [follow, reload, sentence, toggleNotification],
  );

  const takeBack = useCallback(
    async ({ booking, name }: Pick<Done, 'booking' | 'name'>): Promise<Done | null> => {
      if (booking === null) return null;
      try {
        const { documentId, state } = await api.undo(booking);
        const again = documentId !== booking;
        const back = state === 'cancelled' ? 'undo.cancelled' : 'undo.done';
        return { booking: null, name, sentence: t(again ? 'undo.bookedAnew' : back, { name }) };
      } catch (error) {
        toggleNotification({ type: 'warning', message: sentence(error) });
        return null;
      }
    },
    [api, sentence, t, toggleNotification],
  );

  /** Takes back what was done last to a booking, or else the last deed of all. */
  const undo = useCallback(
    async (chosen?: Pick<Done, 'booking' | 'name'>) => {
      // One that the server has not answered yet is taken back as soon as it has.
      const before = underWay.current;
      await follow(before.then((done) => takeBack(chosen ?? done ?? NOTHING)));
      await reload();
    },
    [follow, takeBack, reload],
  );

  /** Takes presence or absence back, however long ago it was marked and by whom. */
  const clear = useCallback(
    async ({ booking, name }: { booking: string; name: string }) => {
      // The mark may still be on its way.
      await underWay.current;
      await act({
        name,
        work: () => api.clearAttendance(booking),
        done: t('undo.done', { name }),
        expect: { booking, state: 'confirmed' },
        undoable: false,
      });
    },
    [act, api, t],
  );

  return useMemo(
    () => ({
      /** The page's own: a call must not end with the row or dialog that began it. */
      api,
      act,
      undo,
      clear,
      expected,
      last,
    }),
    [api, act, undo, clear, expected, last],
  );
}

export type Desk = ReturnType<typeof useDesk>;
