import { CallFailed } from '../outbound/onefit-client';
import type { OnefitClient } from '../outbound/onefit-client';

/** A call to Onefit that ended. */
export interface CallMade {
  call: 'put_sessions' | 'put_bookings' | 'get_sessions';
  /** `answered`, or how it failed: a word of ours, never Onefit's own */
  outcome: 'answered' | CallFailed['kind'];
  seconds: number;
}

const PUT_CALLS = { session: 'put_sessions', booking: 'put_bookings' } as const;

/** The same client, each of whose calls is told of when it ends. */
export function observedClient(client: OnefitClient, tell: (call: CallMade) => void): OnefitClient {
  async function timed<Answer>(call: CallMade['call'], work: () => Promise<Answer>) {
    const began = performance.now();
    const end = (outcome: CallMade['outcome']) =>
      tell({ call, outcome, seconds: (performance.now() - began) / 1000 });
    try {
      const answer = await work();
      end('answered');
      return answer;
    } catch (error) {
      if (error instanceof CallFailed) end(error.kind);
      throw error;
    }
  }

  return {
    put: (venueUuid, kind, items) =>
      timed(PUT_CALLS[kind], () => client.put(venueUuid, kind, items)),
    held: (...question) => timed('get_sessions', () => client.held(...question)),
  };
}
