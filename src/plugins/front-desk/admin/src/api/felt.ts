import { codeOf, detailsOf } from './failure';

/** Bookings that feel a change: they end, or move. */
export interface Felt {
  own: number;
  onefit: number;
}

async function refusedFor(attempt: () => Promise<unknown>): Promise<Felt | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    if (codeOf(error) !== 'confirmation_required') throw error;
    const { own, onefit } = detailsOf(error);
    return { own: Number(own), onefit: Number(onefit) };
  }
}

/**
 * Does what bookings feel: unconfirmed, and confirmed only where the server counts what the person
 * was shown.
 *
 * @returns what the server counts otherwise, because somebody booked meanwhile; null once it is done
 */
export async function doConfirmed(
  shown: Felt,
  attempt: (confirm: boolean) => Promise<unknown>,
): Promise<Felt | null> {
  const counted = await refusedFor(() => attempt(false));
  const isShown = counted?.own === shown.own && counted.onefit === shown.onefit;
  return isShown ? refusedFor(() => attempt(true)) : counted;
}
