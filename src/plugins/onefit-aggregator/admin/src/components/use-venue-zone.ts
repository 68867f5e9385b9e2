import { useCallback } from 'react';
import { useSessions } from '../api/sessions';
import { useLoaded } from '../api/use-loaded';
import { ownZone } from './times';

/** The zone of the next appointment's venue; the reader's own where there is none. */
export function useVenueZone(): string {
  const { list } = useSessions();
  const load = useCallback(async () => {
    const { sessions } = await list({ page: 1, pageSize: 1 });
    return sessions[0]?.timeZone ?? ownZone();
  }, [list]);
  return useLoaded(load).value ?? ownZone();
}
